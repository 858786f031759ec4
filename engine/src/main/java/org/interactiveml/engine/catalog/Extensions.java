package org.interactiveml.engine.catalog;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.interactiveml.engine.Quote;
import org.interactiveml.engine.experiment.Experiment;
import org.interactiveml.engine.experiment.Stage;
import org.interactiveml.engine.view.ViewSpec;

/** Finds experiments in jars. One that is broken is left out and complained of; it never takes the others with it. */
final class Extensions {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    /** Addresses that pages cannot have, because the program answers something else there. */
    private static final Set<String> TAKEN = Set.of("api", "iml", "live");

    /** A loader that keeps failing must not keep the program from starting. */
    private static final int MOST_IN_A_JAR = 100;

    private final List<Experiment> experiments;
    private final Consumer<String> complain;

    /** Adds to {@code experiments} what is not in it yet. */
    Extensions(List<Experiment> experiments, Consumer<String> complain) {
        this.experiments = experiments;
        this.complain = complain;
    }

    void addFrom(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .forEach(this::addFromJar);
        } catch (IOException unreadable) {
            complain.accept(folder + " cannot be read");
        }
    }

    private void addFromJar(Path jar) {
        String name = jar.getFileName().toString();
        int found = 0;
        try {
            new JarFile(jar.toFile()).close(); // a loader would only find nothing in a file that is no jar
            // Each jar has a loader of its own, so that two may hold classes of the same name. It stays open for
            // classes that
            // are needed later.
            @SuppressWarnings("resource")
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, Experiment.class.getClassLoader());
            Iterator<Experiment> provided =
                    ServiceLoader.load(Experiment.class, loader).iterator();
            while (found < MOST_IN_A_JAR && addNext(name, provided)) {
                found++;
            }
        } catch (IOException broken) {
            complain.accept(name + " cannot be read as a jar");
            return;
        }
        if (found == 0) {
            complain.accept(
                    name + " provides no experiment: it has no META-INF/services/" + Experiment.class.getName());
        }
    }

    /** Whether there was one. A stranger's class may fail in ways that are no exceptions: made for another version, say. */
    private boolean addNext(String jar, Iterator<Experiment> provided) {
        try {
            if (!provided.hasNext()) {
                return false;
            }
            Experiment experiment = provided.next();
            List<String> problems = problems(experiment);
            problems.forEach(problem -> complain.accept(jar + ": " + problem));
            if (problems.isEmpty()) {
                experiments.add(experiment);
            }
        } catch (RuntimeException
                | LinkageError
                | ServiceConfigurationError
                | AssertionError
                | StackOverflowError broken) {
            complain.accept(jar + ": " + reason(broken));
        }
        return true;
    }

    private List<String> problems(Experiment experiment) {
        String id = experiment.id();
        if (!ID.matcher(id).matches()) {
            return List.of("an experiment's id must be lower-case letters, digits and hyphens, not " + Quote.of(id));
        }
        List<String> problems = new ArrayList<>();
        if (TAKEN.contains(id)) {
            problems.add("an experiment cannot be called " + Quote.of(id) + ", which is the program's own");
        }
        if (experiments.stream().anyMatch(other -> other.id().equals(id))) {
            problems.add("there is an experiment " + Quote.of(id) + " already");
        }
        List<Stage<?>> stages = experiment.plan().stages();
        if (!stages.contains(experiment.fit()) || !experiment.fit().isReported()) {
            problems.add(id + ": the stage of the fit must be in the plan and reported");
        }
        experiment
                .problems(experiment.parameters().defaults())
                .forEach(problem -> problems.add(id + ", at its defaults: " + problem.message()));
        Set<String> reported = new HashSet<>();
        stages.stream().filter(Stage::isReported).map(Stage::id).forEach(reported::add);
        for (ViewSpec view : experiment.views()) {
            for (String path : view.paths()) {
                int dot = path.indexOf('.');
                if (dot < 0 || !reported.contains(path.substring(0, dot))) {
                    problems.add(id + ": view " + Quote.of(view.id()) + " draws " + Quote.of(path)
                            + ", which is no value of a reported stage");
                }
            }
        }
        return problems;
    }

    /** One line: what was thrown, and what it says. A loader's complaint says enough with the cause of it. */
    private static String reason(Throwable thrown) {
        Throwable cause =
                thrown instanceof ServiceConfigurationError && thrown.getCause() != null ? thrown.getCause() : thrown;
        String prefix = Experiment.class.getName() + ": ";
        String said = String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        return cause instanceof ServiceConfigurationError
                ? said.replace(prefix, "")
                : "an experiment cannot be made: " + cause.getClass().getSimpleName() + ": " + said;
    }
}
