package org.interactiveml.ui.page;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.Optional;
import org.interactiveml.streams.replay.Player;
import org.interactiveml.streams.replay.Question;

/** What a lesson says and asks, large enough for a hall. Shows itself while there is something to say. */
final class LessonPanel extends Section {
    private static final long serialVersionUID = 1;

    private final transient Playback playback;
    private final Paragraph caption = new Paragraph();
    private final Paragraph aside = new Paragraph();
    private final Div choices = new Div();
    private final Button resume = new Button("Continue", click -> playback().play(Player.Status.PAUSED));
    private final Button skip =
            new Button("Skip the question", click -> playback().skip());
    private final Button leave =
            new Button("Leave the lesson", click -> playback().eject());
    private transient Optional<Question> asked = Optional.empty();

    LessonPanel(Playback playback) {
        this.playback = playback;
        addClassName("iml-lesson");
        getElement().setAttribute("aria-label", "Lesson");
        caption.addClassName("iml-caption");
        caption.getElement().setAttribute("aria-live", "polite");
        aside.addClassName("iml-aside");
        aside.getElement().setAttribute("role", "status");
        choices.addClassName("iml-choices");
        choices.getElement().setAttribute("role", "group");
        Div actions = new Div(aside, resume, skip, leave);
        actions.addClassName("iml-lesson-actions");
        add(caption, choices, actions);
        show(Player.State.NOTHING);
    }

    private Playback playback() {
        return playback;
    }

    void show(Player.State state) {
        boolean lesson = state.caption().isPresent() || state.question().isPresent();
        setVisible(lesson);
        if (!lesson) {
            return;
        }
        boolean asking = state.status() == Player.Status.ASKING;
        caption.setText((asking ? state.question().map(Question::question) : state.caption()).orElse(""));
        ask(asking ? state.question() : Optional.empty());
        aside.setText(aside(state));
        skip.setVisible(asking);
        resume.setVisible(state.status() == Player.Status.PAUSED || state.status() == Player.Status.ENDED);
        resume.setText(state.status() == Player.Status.ENDED ? "Again" : "Continue");
    }

    private void ask(Optional<Question> question) {
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        choices.removeAll();
        question.ifPresent(now -> {
            choices.getElement().setAttribute("aria-label", now.question());
            for (int i = 1; i <= now.choices().size(); i++) {
                int choice = i;
                choices.add(new Button(now.choices().get(i - 1), click -> playback.guess(choice)));
            }
        });
    }

    private static String aside(Player.State state) {
        if (state.question().isPresent() && state.guess().isPresent()) {
            Question question = state.question().get();
            return state.guess().getAsInt() == question.answer()
                    ? "Right: " + question.answerText()
                    : "Not quite. It is: " + question.answerText();
        }
        return switch (state.status()) {
            case ASKING -> "What do you think?";
            case PAUSED -> state.takenOver() ? "You have taken over. Try what you like." : "Paused";
            case ENDED -> "The end. Now try it yourself.";
            case EMPTY, PLAYING -> state.title();
        };
    }
}
