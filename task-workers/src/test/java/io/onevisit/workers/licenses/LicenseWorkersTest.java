package io.onevisit.workers.licenses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.onevisit.workers.Platform;
import io.onevisit.workers.Platform.Lookup;
import io.onevisit.workers.Platform.Material;
import io.onevisit.workers.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicenseWorkersTest {

    private final Platform platform = mock(Platform.class);
    private final LicenseLookup lookup = new LicenseLookup(platform, Tasks.RETRY);

    @Test
    void aMaterialWithALicenseIsNotMissing() {
        wanted(material("mother-id", true, "OPEN", "resident-id"));
        when(platform.lookUp(any())).thenReturn(new Lookup(true, "1.2.156.3005.2.X", null));

        assertThat(lookup.work(Tasks.ofApplication())).containsEntry("missingMaterials", 0);

        verify(platform)
                .lookUp(argThat(asked -> asked.materialKey().equals("mother-id")
                        && asked.caseNo() == null
                        && asked.purpose().contains("母亲身份证")));
    }

    @Test
    void onlyRequiredMaterialsThatNobodyHasAreMissing() {
        wanted(
                material("mother-id", true, "OPEN", "resident-id"),
                material("bank-account-proof", true, "OPEN"),
                material("photo", false, "OPEN"));
        when(platform.lookUp(any())).thenReturn(new Lookup(false, null, "EXPIRED"));

        assertThat(lookup.work(Tasks.ofApplication())).containsEntry("missingMaterials", 2);
    }

    @Test
    void whatIsThereIsNotLookedUpAgain() {
        wanted(
                material("mother-id", true, "EXEMPTED", "resident-id"),
                material("birth-certificate", true, "UPLOADED", "birth-certificate"));

        assertThat(lookup.work(Tasks.ofApplication())).containsEntry("missingMaterials", 0);

        verify(platform, never()).lookUp(any());
    }

    @Test
    void aCaseAsksForItsOwnMaterialsOnly() {
        when(platform.materials(Tasks.APPLICATION, Tasks.CASE))
                .thenReturn(List.of(material("bank-account-proof", true, "OPEN")));

        assertThat(lookup.work(Tasks.ofCase())).containsEntry("missingMaterials", 1);
    }

    @Test
    void theLicenseOfACaseIsIssuedByItsNumber() {
        new LicenseIssue(platform, Tasks.RETRY).work(Tasks.ofCase());

        verify(platform).issueLicense(Tasks.CASE);
    }

    private void wanted(Material... materials) {
        when(platform.materials(Tasks.APPLICATION, null)).thenReturn(List.of(materials));
    }

    private static Material material(String key, boolean required, String status, String... licenseTypes) {
        var name = key.equals("mother-id") ? "母亲身份证" : key;
        return new Material(key, name, required, "none", List.of(licenseTypes), status, null, null, false);
    }
}
