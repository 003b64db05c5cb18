package io.onevisit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.onevisit.People;
import io.onevisit.bundles.Bundles;
import io.onevisit.bundles.Publishing;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HttpCodeStatusMapper;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The index follows the catalogue, is rebuilt without a gap, and may be away without anything else suffering. */
class IndexLifeTest extends SearchTestCase {

    @Autowired
    ItemSheet sheets;

    @Autowired
    Bundles bundles;

    @Autowired
    Publishing publishing;

    @Autowired
    IndexProof proof;

    @Autowired
    SearchHealth health;

    @Autowired
    HttpCodeStatusMapper codes;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsRecordedIsFoundAndWhatIsWithdrawnIsNot() throws Exception {
        load("SL-0001", "萤火虫栖息地露营登记");
        assertThat(found("萤火虫栖息地露营")).doesNotContain("SL-0001");
        indexing.run();
        assertThat(found("萤火虫栖息地露营").get(0)).isEqualTo("SL-0001");

        load("SL-0001", "灯笼鱼栖息地潜水登记");
        indexing.run();
        assertThat(found("灯笼鱼栖息地潜水").get(0)).isEqualTo("SL-0001");

        for (var edition : new int[] {1, 2}) {
            http.perform(post("/api/studio/catalogue/items/SL-0001/editions/" + edition + "/status")
                            .with(People.as(officer(Role.ANALYST)))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"status\": \"WITHDRAWN\", \"reason\": \"试行结束\"}"))
                    .andExpect(status().isOk());
        }
        indexing.run();
        assertThat(found("灯笼鱼栖息地潜水")).doesNotContain("SL-0001");
    }

    @Test
    void whatIsRolledBackWasNeverSaid() {
        transaction.executeWithoutResult(status -> {
            load("SL-0002", "没有发生的事项");
            assertThat(changes.count()).isPositive();
            status.setRollbackOnly();
        });

        assertThat(changes.count()).isZero();
    }

    @Test
    void aBundlePublishedWithAnotherWordIsFoundByIt() throws Exception {
        var before = new LinkedHashMap<>(bundles.files("newborn"));
        var edition = bundles.edition("newborn").number();
        var files = new LinkedHashMap<>(before);
        files.computeIfPresent("bundle.yaml", (name, content) -> new String(content, StandardCharsets.UTF_8)
                .replace("keywords: [", "keywords: [麒麟送子小满堂, ")
                .getBytes(StandardCharsets.UTF_8));
        publishing.publish("newborn", files, "测试", edition, "分析员");
        indexing.run();
        try {
            assertThat(found("麒麟送子小满堂").get(0)).isEqualTo("newborn");
        } finally {
            publishing.publish("newborn", before, "测试", edition + 1, "分析员");
            indexing.run();
        }
    }

    @Test
    void aRebuildLeavesNobodyWithoutAnAnswer() throws Exception {
        http.perform(post("/api/search/index/rebuilds")
                        .with(People.as(officer(Role.OPERATOR)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"核对\"}"))
                .andExpect(status().isAccepted());
        http.perform(post("/api/search/index/rebuilds")
                        .with(People.as(officer(Role.OPERATOR)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"再来一次\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("rebuild-under-way"));
        load("SL-0003", "重建途中公布的事项");

        var over = new AtomicBoolean();
        var rebuilding = CompletableFuture.runAsync(indexing::run).whenComplete((done, failed) -> over.set(true));
        var times = 0;
        while (!over.get() || times == 0) {
            assertThat(found("新生儿出生")).contains("newborn");
            times++;
        }
        rebuilding.join();

        var latest = rebuilds.latest().get(0);
        assertThat(latest.failure()).isNull();
        assertThat(latest.endedAt()).isNotNull();
        assertThat(latest.done()).isEqualTo(latest.total()).isPositive();
        indexing.run();
        assertThat(found("重建途中公布的事项").get(0)).isEqualTo("SL-0003");
        assertThat(proof.check(5).broken()).isZero();
        http.perform(get("/api/search/index").with(People.as(officer(Role.OPERATOR))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state.answers").value(true))
                .andExpect(jsonPath("$.rebuilds[0].reason").value("核对"));
    }

    @Test
    void onlyOperatorsSeeAndRebuildIt() throws Exception {
        for (var role : new Role[] {Role.ANALYST, Role.SUPERVISOR}) {
            http.perform(get("/api/search/index").with(People.as(officer(role))))
                    .andExpect(status().isForbidden());
            http.perform(post("/api/search/index/rebuilds")
                            .with(People.as(officer(role)))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"reason\": \"核对\"}"))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void anIndexThatLostSomethingIsToldOf() {
        assertThat(proof.check(5).broken()).isZero();
        assertThat(proof.check(5).checked()).isGreaterThan(30);

        cluster.work("DELETE", "/" + index.alias() + "/_doc/ITEM:HN-SC-0601:430000?refresh=true", null);

        assertThat(proof.check(5).findings()).containsExactly("检索索引与目录不一致：ITEM:HN-SC-0601:430000（索引中没有）");
        changes.note(Kind.ITEM, java.util.List.of("HN-SC-0601"));
        indexing.run();
        assertThat(proof.check(5).broken()).isZero();
    }

    @Test
    void withoutTheIndexThereIsANoticeAndThePlainListAndItComesBackByItself() throws Exception {
        var node = ProcessHandle.of(Long.parseLong(keeper.process())).orElseThrow();
        node.destroyForcibly();
        await(() -> !cluster.connected());

        var answer = asked("/api/search", "q", "企业", "size", "50");
        assertThat(answer.path("notice").asText()).contains("暂时不可用");
        assertThat(answer.path("hits").path(0).path("name").asText()).contains("企业");
        assertThat(answer.path("hits").findValuesAsText("key")).contains("newborn", "HN-SC-0604");
        assertThat(answer.path("hits").path(0).has("score")).isFalse();
        assertThat(asked("/api/search", "q", "娃刚出生要办啥").path("hits").findValuesAsText("key"))
                .contains("newborn");
        assertThat(asked("/api/search/suggestions", "q", "新生儿").path("hits").findValuesAsText("key"))
                .contains("newborn");
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(codes.getStatusCode(health.health().getStatus())).isEqualTo(200);
        load("SL-0004", "停机期间公布的事项");
        indexing.run();
        assertThat(changes.count()).isPositive();

        theIndexAnswers();
        assertThat(found("停机期间公布的事项").get(0)).isEqualTo("SL-0004");
    }

    private Account officer(Role role) {
        return new People(sql).officer(role, null, "430000");
    }

    private void load(String code, String name) {
        sheets.load(
                """
                items:
                  - {code: %s, name: '%s', department: health, itemType: '20', promised: 1, statutory: 5}
                """
                        .formatted(code, name)
                        .getBytes(StandardCharsets.UTF_8),
                "430000");
    }
}
