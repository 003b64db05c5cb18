package io.onevisit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(EngineApp.class);
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.onevisit");

    @Test
    void featuresMeetOnlyAtTheirPublicTypes() {
        modules.verify();
    }

    @Test
    void theMapIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    @Test
    void onlyTheEnginePackageKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.onevisit.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("the engine is to be swapped for a maintained fork in one place")
                .check(classes);
    }
}
