package org.interactiveml.streams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.interactiveml.engine.parameter.ParameterSet;
import org.interactiveml.engine.parameter.Problem;
import org.interactiveml.streams.ToyExperiment;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void aChangeCarriesPlainValues() {
        assertThat(ClientMessage.read("""
                        {"type":"set","values":{"noise":2.05,"samples":7},"input":17,"pace":"drag"}"""))
                .isEqualTo(new ClientMessage.Change(Map.of("noise", 2.05, "samples", 7L), 17, true));
        assertThat(ClientMessage.read("{\"type\":\"set\",\"values\":{},\"input\":0,\"pace\":\"now\"}"))
                .isEqualTo(new ClientMessage.Change(Map.of(), 0, false));
    }

    @Test
    void paintedFramesAreReported() {
        assertThat(ClientMessage.read("{\"type\":\"painted\",\"version\":12,\"micros\":[5300,6100]}"))
                .isEqualTo(new ClientMessage.Painted(12, List.of(5300L, 6100L)));
        assertThatThrownBy(() -> ClientMessage.read("{\"type\":\"painted\",\"version\":12,\"micros\":[5300,-1]}"))
                .hasMessage("micros must be a list of at most 240 whole numbers between 0 and 600000000, not a list");
    }

    @Test
    void allThatIsWrongWithAMessageIsSaid() {
        assertThatThrownBy(() -> ClientMessage.read("""
                        {"type":"set","values":[],"input":-1,"extra":null}""")).hasMessage("""
                        "pace" is missing
                        values must be an object, not a list
                        input must be a whole number between 0 and 9007199254740991, not -1
                        "extra" is not a key here; known are type, values, input, pace""");
        assertThatThrownBy(() -> ClientMessage.read("{\"type\":\"shout\"}"))
                .hasMessage("type must be one of set, painted, not \"shout\"");
        assertThatThrownBy(() -> ClientMessage.read("{}")).hasMessage("\"type\" is missing");
    }

    @Test
    void helloHandsOverTheWholeState() {
        ParameterSet parameters = new ToyExperiment().parameters();

        assertThat(new ServerMessage.Hello("toy", "t0k3n", parameters.defaults().atVersion(5)).json())
                .isEqualTo("{\"type\":\"hello\",\"experiment\":\"toy\",\"token\":\"t0k3n\",\"version\":5,"
                        + "\"values\":{\"samples\":5,\"x.min\":-1.0,\"x.max\":1.0,\"noise\":0.5,\"seed.x\":1,"
                        + "\"seed.noise\":2,\"data\":\"generated\",\"model\":\"plain\",\"degree\":1}}");
    }

    @Test
    void aRejectionNamesInputAndProblems() {
        assertThat(new ServerMessage.Rejected(17, List.of(new Problem("x.min", "x.min must be \"less\""))).json())
                .isEqualTo("{\"type\":\"rejected\",\"input\":17,"
                        + "\"problems\":[{\"parameter\":\"x.min\",\"message\":\"x.min must be \\\"less\\\"\"}]}");
    }
}
