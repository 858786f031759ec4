package org.interactiveml.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interactiveml.engine.SharedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The nonlinear models of the NIST Statistical Reference Datasets, as typed formulas. */
class NistModelsTest {
    private static final Pattern MODEL = Pattern.compile("\"(?:model|response)\"\\s*:\\s*\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b1*(1 - exp(-b2*x))",
                "exp(-b1*x)/(b2 + b3*x)",
                "b1*(1 - (1 + b2*x/2)**(-2))",
                "b1*(1 - (1 + 2*b2*x)**(-.5))",
                "b1*b2*x*((1 + b2*x)**(-1))",
                "b1*x**b2",
                "b1*(x**2 + x*b2)/(x**2 + x*b3 + b4)",
                "b1/(1 + exp(b2 - b3*x))",
                "b1/((1 + exp(b2 - b3*x))**(1/b4))",
                "b1*(b2 + x)**(-1/b3)",
                "b1*exp(b2/(x + b3))",
                "b1 + b2*exp(-x*b4) + b3*exp(-x*b5)",
                "(b1/b2)*exp(-0.5*((x - b3)/b2)**2)",
                "b1 - b2*x - arctan(b3/(x - b4))/pi",
                "b1*exp(-b2*x)/(b3 + b4*x)",
                "(b1 + b2*x + b3*x**2 + b4*x**3)/(1 + b5*x + b6*x**2 + b7*x**3)",
                "b1*exp(-b2*x) + b3*exp(-(x - b4)**2/b5**2) + b6*exp(-(x - b7)**2/b8**2)",
                "b1 + b2*cos(2*pi*x/12) + b3*sin(2*pi*x/12)",
                "b1 - b2*x1*exp(-b3*x2)",
            })
    void everyModelParsesDifferentiatesAndIsFinite(String text) {
        Formula model = Formula.parse(text);
        List<String> names = new ArrayList<>(model.names());
        double[] values = names.stream()
                .mapToDouble(name -> name.startsWith("x") ? 1.5 : 0.7)
                .toArray();
        assertThat(Formula.parse(model.toString())).isEqualTo(model);
        assertThat(model.compile(names, List.of()).at(values)).isFinite();
        for (String name : names) {
            assertThat(model.derivative(name).compile(names, List.of()).at(values))
                    .as("by %s", name)
                    .isFinite();
        }
    }

    @Test
    void theModelsBesideTheProjectParse() throws IOException {
        Path folder = SharedFiles.find("nist");
        assumeTrue(Files.exists(folder));
        List<String> models = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher matcher = MODEL.matcher(Files.readString(file));
                while (matcher.find()) {
                    models.add(matcher.group(1));
                }
            }
        }
        assertThat(models)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(Formula.parse(text).names()).isNotEmpty());
    }
}
