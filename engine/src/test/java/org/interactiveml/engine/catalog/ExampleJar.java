package org.interactiveml.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.interactiveml.engine.experiment.Experiment;

/** The documented example of an experiment, made into a jar as its author would make it. */
final class ExampleJar {
    private static final Path SOURCE = Path.of("src/example");

    private ExampleJar() {}

    /** Compiles the example and packs it, with its services file, into a jar in a folder. */
    static void make(Path folder) throws IOException {
        Path classes = Files.createTempDirectory("classes");
        compile(SOURCE.resolve("java/org/example/Lowess.java"), classes);
        pack(folder.resolve("lowess.jar"), List.of(classes, SOURCE.resolve("resources")));
    }

    /** Compiles a source against the engine, without a warning. */
    static void compile(Path source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of(
                                "-d",
                                classes.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-proc:none",
                                "-Xlint:all,-processing,-classfile,-path",
                                "-Werror"),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source))
                .call();
        assertThat(compiled).as(said.toString()).isTrue();
    }

    /** A jar of all files below some folders. */
    static void pack(Path jar, List<Path> folders) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(Files::isRegularFile).forEach(file -> add(out, folder.relativize(file), file));
                }
            }
        }
    }

    /** A jar that names these classes as its experiments. */
    static void naming(Path jar, Path classes, String... experiments) throws IOException {
        Path services = classes.resolve("META-INF/services");
        Files.createDirectories(services);
        Files.write(services.resolve(Experiment.class.getName()), List.of(experiments));
        pack(jar, List.of(classes));
    }

    private static void add(JarOutputStream jar, Path name, Path file) {
        try {
            jar.putNextEntry(new JarEntry(name.toString().replace('\\', '/')));
            Files.copy(file, jar);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
