package org.interactiveml.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between modules and packages; this module is the only one that sees all of them. */
@AnalyzeClasses(packages = "org.interactiveml", importOptions = ImportOption.DoNotIncludeTests.class)
final class WallsTest {
    private static final String ENGINE = "org.interactiveml.engine..";
    private static final String STREAMS = "org.interactiveml.streams..";
    private static final String METRICS = "org.interactiveml.metrics..";
    private static final String UI = "org.interactiveml.ui..";
    private static final String[] JDK = {"java..", "javax..", "org.jspecify.annotations.."};

    @ArchTest
    static final ArchRule theEngineKnowsOnlyTheJdkAndItsParsers = classes()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(JDK, ENGINE, "org.apache.commons.math3..", "de.siegmar.fastcsv.."));

    @ArchTest
    static final ArchRule sessionsKnowNeitherTransportNorMetersNorScreen = noClasses()
            .that()
            .resideInAPackage(STREAMS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(METRICS, UI, "io.micrometer..", "com.vaadin..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule metersKnowNothingOfThePages = noClasses()
            .that()
            .resideInAPackage(METRICS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(UI, "com.vaadin..", "org.eclipse.jetty..");

    @ArchTest
    static final ArchRule onlyTheServersKnowVertx = noClasses()
            .that()
            .resideOutsideOfPackages("org.interactiveml.streams.vertx..", METRICS, "org.interactiveml.ui.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.vertx..");

    @ArchTest
    static final ArchRule onlyTheProgramKnowsJettyAndTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.interactiveml.ui.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "picocli..");

    @ArchTest
    static final ArchRule nothingKnowsTheProgram = noClasses()
            .that()
            .resideOutsideOfPackage("org.interactiveml.ui.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.interactiveml.ui.app..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.interactiveml.(**)").should().beFreeOfCycles();

    private static String[] with(String[] some, String... more) {
        String[] all = java.util.Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
