package org.interactiveml.streams.replay;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.interactiveml.streams.wire.Fields;

/**
 * What a viewer is to guess before a lesson goes on: {@code {"question":"…","choices":["…","…"],"answer":2}}.
 *
 * @param choices two to {@value #MOST_CHOICES}
 * @param answer the number of the right one, from 1
 */
public record Question(String question, List<String> choices, int answer) {
    private static final int MOST_CHOICES = 6;

    public Question {
        choices = List.copyOf(choices);
    }

    /** The text of the right choice. */
    public String answerText() {
        return choices.get(answer - 1);
    }

    /** Reads a question in a language; empty where something is wrong with it. */
    static Optional<Question> read(Fields fields, String language) {
        fields.require("question", "choices", "answer");
        Optional<String> question = fields.wording("question", language);
        Optional<List<String>> choices = fields.wordings("choices", language);
        if (choices.isPresent() && (choices.get().size() < 2 || choices.get().size() > MOST_CHOICES)) {
            fields.refuse("choices", "a list of 2 to " + MOST_CHOICES + " texts");
            choices = Optional.empty();
        }
        OptionalLong answer = fields.whole("answer", 1, choices.map(List::size).orElse(MOST_CHOICES));
        fields.refuseOthers();
        return question.isEmpty() || choices.isEmpty() || answer.isEmpty()
                ? Optional.empty()
                : Optional.of(new Question(question.get(), choices.get(), (int) answer.getAsLong()));
    }
}
