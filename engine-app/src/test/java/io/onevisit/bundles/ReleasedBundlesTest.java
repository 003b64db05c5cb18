package io.onevisit.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleasedBundlesTest {

    @Test
    void whatTheDemonstrationDoesWithABundleIsNoPartOfItsEdition() {
        var bundles = new ReleasedBundles().read();

        assertThat(bundles.get("newborn")).containsKeys("bundle.yaml", "items.yaml", "scenarios.csv", "newborn.bpmn");
        assertThat(bundles.values()).allSatisfy(files -> assertThat(files).doesNotContainKey("demo.yaml"));
    }
}
