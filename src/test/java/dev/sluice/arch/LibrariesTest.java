package dev.sluice.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Each library is known in its own rooms only, so that it can be changed or dropped there. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
class LibrariesTest {

    @ArchTest
    static final ArchRule dockerJava = library("com.github.dockerjava..").staysIn("dev.sluice.engine.docker..");

    @ArchTest
    static final ArchRule netty =
            library("io.netty..").staysIn("dev.sluice.router.http..", "dev.sluice.control.http..");

    @ArchTest
    static final ArchRule jackson = library("com.fasterxml..")
            .staysIn(
                    "dev.sluice.collect..",
                    "dev.sluice.comparison..",
                    "dev.sluice.manifest..",
                    "dev.sluice.store..",
                    "dev.sluice.reconcile..",
                    "dev.sluice.bench..",
                    "dev.sluice.control.http..",
                    "dev.sluice.cli..",
                    "dev.sluice.home..",
                    "dev.sluice.doctor..",
                    "dev.sluice.console.invoke..");

    @ArchTest
    static final ArchRule jna = library("com.sun.jna..").staysIn("dev.sluice.app..");

    @ArchTest
    static final ArchRule jmesPath = library("io.burt..").staysIn("dev.sluice.cli..");

    @ArchTest
    static final ArchRule snakeYaml =
            library("org.yaml..").staysIn("dev.sluice.manifest..", "dev.sluice.engine.conda..", "dev.sluice.cli..");

    @ArchTest
    static final ArchRule sql =
            library("org.jdbi..", "org.sqlite..", "java.sql..").staysIn("dev.sluice.store..");

    @ArchTest
    static final ArchRule hdrHistogram =
            library("org.HdrHistogram..").staysIn("dev.sluice.metrics..", "dev.sluice.bench..");

    @ArchTest
    static final ArchRule prometheus = library("io.prometheus..").staysIn("dev.sluice.exporter..");

    @ArchTest
    static final ArchRule diffUtils = library("com.github.difflib..").staysIn("dev.sluice.console.support.diff..");

    @ArchTest
    static final ArchRule picocli = library("picocli..").staysIn("dev.sluice.app..", "dev.sluice.cli..");

    @ArchTest
    static final ArchRule javaFx = library("javafx..").staysIn("dev.sluice.console..", "dev.sluice.app..");

    @ArchTest
    static final ArchRule toolkits = library(
                    "io.fair_acc..", "org.controlsfx..", "atlantafx..", "org.kordamp..", "org.fxmisc..")
            .staysIn("dev.sluice.console..");

    private static Library library(String... packages) {
        return new Library(packages);
    }

    private record Library(String... packages) {
        ArchRule staysIn(String... rooms) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(rooms)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages);
        }
    }
}
