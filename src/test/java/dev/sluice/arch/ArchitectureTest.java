package dev.sluice.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("domain")
            .definedBy("dev.sluice.domain..")
            .layer("hash")
            .definedBy("dev.sluice.hash..")
            .layer("manifest")
            .definedBy("dev.sluice.manifest..")
            .layer("store")
            .definedBy("dev.sluice.store..")
            .layer("metrics")
            .definedBy("dev.sluice.metrics..")
            .layer("engine")
            .definedBy("dev.sluice.engine")
            .layer("engines")
            .definedBy("dev.sluice.engine.docker..", "dev.sluice.engine.process..")
            .layer("assets")
            .definedBy("dev.sluice.assets..")
            .layer("reconcile")
            .definedBy("dev.sluice.reconcile..")
            .layer("routing")
            .definedBy("dev.sluice.router")
            .layer("proxy")
            .definedBy("dev.sluice.router.http..")
            .layer("collect")
            .definedBy("dev.sluice.collect..")
            .layer("comparison")
            .definedBy("dev.sluice.comparison..")
            .layer("exporter")
            .definedBy("dev.sluice.exporter..")
            .layer("control")
            .definedBy("dev.sluice.control")
            .layer("remote")
            .definedBy("dev.sluice.control.http..")
            .layer("home")
            .definedBy("dev.sluice.home..")
            .layer("cli")
            .definedBy("dev.sluice.cli..")
            .layer("console")
            .definedBy("dev.sluice.console..")
            .layer("demo")
            .definedBy("dev.sluice.demo..")
            .layer("bench")
            .definedBy("dev.sluice.bench..")
            .layer("doctor")
            .definedBy("dev.sluice.doctor..")
            .layer("app")
            .definedBy("dev.sluice.app..")
            .whereLayer("domain")
            .mayNotAccessAnyLayer()
            .whereLayer("hash")
            .mayNotAccessAnyLayer()
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers(
                    "routing",
                    "proxy",
                    "collect",
                    "comparison",
                    "exporter",
                    "control",
                    "console",
                    "demo",
                    "bench",
                    "remote",
                    "app")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("doctor")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("demo")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("console")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("engines")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("bench")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("proxy")
            .mayOnlyBeAccessedByLayers("bench", "app")
            .whereLayer("collect")
            .mayOnlyBeAccessedByLayers("reconcile", "control", "app")
            .whereLayer("comparison")
            .mayOnlyBeAccessedByLayers("console", "bench", "app")
            .whereLayer("exporter")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("assets")
            .mayOnlyBeAccessedByLayers("reconcile", "control", "app")
            .whereLayer("reconcile")
            .mayOnlyBeAccessedByLayers("control", "app")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("control", "app")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("engines", "reconcile", "control", "app")
            .whereLayer("routing")
            .mayOnlyBeAccessedByLayers("proxy", "collect", "comparison", "exporter", "control", "bench", "app")
            .whereLayer("manifest")
            .mayOnlyBeAccessedByLayers("store", "assets", "control", "console", "demo", "cli", "app")
            .whereLayer("control")
            .mayOnlyBeAccessedByLayers("remote", "console", "demo", "cli", "app")
            .whereLayer("remote")
            .mayOnlyBeAccessedByLayers("home", "app")
            .whereLayer("home")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("app");

    @ArchTest
    static final ArchRule domainIsPure = noClasses()
            .that()
            .resideInAPackage("dev.sluice.domain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.util.concurrent..",
                    "javafx..",
                    "com.fasterxml..",
                    "io.netty..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule viewModelsNeedNoToolkit = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.scene..",
                    "javafx.stage..",
                    "javafx.fxml..",
                    "javafx.application..",
                    "javafx.animation..",
                    "javafx.concurrent..",
                    "org.controlsfx..",
                    "io.fair_acc..");

    @ArchTest
    static final ArchRule onlyFxThreadTouchesPlatform = noClasses()
            .that()
            .doNotHaveSimpleName("FxThread")
            .and()
            .resideOutsideOfPackage("dev.sluice.app..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.application.Platform");

    /** The command line has neither on its class path, nor the time to load them. */
    @ArchTest
    static final ArchRule remoteFaceNeedsNoServer = noClasses()
            .that()
            .haveFullyQualifiedName("dev.sluice.control.http.RemoteControl")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("io.netty..", "java.net.http..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.sluice.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule clockIsPassedIn = noClasses()
            .that()
            .resideOutsideOfPackage("dev.sluice.app..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule viewsAreFinal = classes()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);
}
