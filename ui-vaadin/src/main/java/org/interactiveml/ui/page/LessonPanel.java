package org.interactiveml.ui.page;

import static org.interactiveml.ui.text.Texts.text;

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
    private final Button resume =
            new Button(text("lesson.continue"), click -> playback().play(Player.Status.PAUSED));
    private final Button skip =
            new Button(text("lesson.skip"), click -> playback().skip());
    private final Button leave =
            new Button(text("lesson.leave"), click -> playback().eject());
    private transient Optional<Question> asked = Optional.empty();

    LessonPanel(Playback playback) {
        this.playback = playback;
        addClassName("iml-lesson");
        getElement().setAttribute("aria-label", text("lesson.panel"));
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
        resume.setText(state.status() == Player.Status.ENDED ? text("lesson.again") : text("lesson.continue"));
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
                    ? text("lesson.right", question.answerText())
                    : text("lesson.wrong", question.answerText());
        }
        return switch (state.status()) {
            case ASKING -> text("lesson.guess");
            case PAUSED -> state.takenOver() ? text("lesson.taken-over") : text("lesson.paused");
            case ENDED -> text("lesson.ended");
            case EMPTY, PLAYING -> state.title();
        };
    }
}
