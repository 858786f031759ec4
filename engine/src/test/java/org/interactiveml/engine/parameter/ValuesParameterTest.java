package org.interactiveml.engine.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesParameterTest {
    private static final ValuesParameter START = new ValuesParameter("start", "Start", Group.MODEL);

    @Test
    void objectsAndTextMeanTheSame() {
        Map<String, Double> values = START.read(Map.of("b1", 500L, "b2", 1e-4));
        assertThat(values).containsOnly(Map.entry("b1", 500.0), Map.entry("b2", 1e-4));
        assertThat(START.parse("b1=500, b2=1.0E-4")).isEqualTo(values);
        assertThat(START.read(START.write(values))).isEqualTo(values);
        assertThat(START.parse("")).isEmpty();
    }

    @Test
    void eachWrongEntryIsNamed() {
        assertThatThrownBy(() -> START.parse("b1=1,b2,b1=3,=4,c=NaN"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.problems())
                                .hasSize(4)
                                .allSatisfy(problem ->
                                        assertThat(problem.message()).startsWith("start must be numbers by name")));
        assertThatThrownBy(() -> START.read("b1")).hasMessage("start must be an object of numbers by name, not \"b1\"");
    }
}
