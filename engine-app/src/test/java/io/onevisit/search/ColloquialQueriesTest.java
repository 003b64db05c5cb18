package io.onevisit.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say in their own words leads them to what they need: among the first three of all that is offered. */
class ColloquialQueriesTest extends SearchTestCase {

    @ParameterizedTest
    @CsvFileSource(resources = "/search/queries.csv", delimiter = '|')
    void theirWordsLeadThere(String said, String key) throws Exception {
        assertThat(found(said)).startsWith(found(said, "size", "3").toArray(String[]::new));
        assertThat(found(said, "size", "3")).contains(key);
    }

    @ParameterizedTest
    @CsvSource({
        "xinshenger, newborn",
        "xse, newborn",
        "qiyezhuxiao, HN-SC-0604",
        "qiye zhuxiao, HN-SC-0604",
        "canjirenzheng, HN-CL-1101",
        "canjirenzhegn, HN-CL-1101",
        "buDongChan, HN-ZR-1401",
        "dlhwys, HN-JT-1301",
        "残急人证, HN-CL-1101",
        "新升儿出生, newborn",
        "不动产转让登记, HN-ZR-1401",
        "营业直照, HN-SC-0602",
        "ＨＮ－ＳＣ－０６０４, HN-SC-0604",
        "hn-sc-0604, HN-SC-0604"
    })
    void spellingInitialsSlipsAndCodesLeadThereToo(String typed, String key) throws Exception {
        assertThat(found(typed, "size", "3")).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"新生儿出生一件事, newborn", "企业注销登记, HN-SC-0604", "HN-GA-0203, HN-GA-0203", "娃刚出生要办啥, newborn"})
    void whatIsCalledByItsNameComesFirst(String name, String key) throws Exception {
        assertThat(found(name).get(0)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"asdfqwer", "zzzzzz", "量子纠缠超导磁约束"})
    void whatIsNotThereIsNotFound(String nonsense) throws Exception {
        assertThat(found(nonsense)).isEmpty();
    }
}
