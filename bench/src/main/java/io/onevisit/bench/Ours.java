package io.onevisit.bench;

import io.onevisit.bundles.Bundles;
import io.onevisit.cases.Applications;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.engine.Processes;
import io.onevisit.identity.Accounts;
import io.onevisit.licenses.Licenses;
import io.onevisit.materials.Materials;
import io.onevisit.materials.NeededMaterial;
import io.onevisit.materials.WorkersDesk;
import io.onevisit.notices.Notices;
import io.onevisit.processes.Topics;
import io.onevisit.tasks.OfficersDesk;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The platform: an application for one item handled by people, with everything that belongs to it. */
final class Ours implements Side {

    /** The item under test: handled on the platform, and a license is made of it. */
    static final String ITEM = "BENCH-0001";

    static final String REGION = "430102";
    private static final String VARIABLE = "benchItem";
    private static final String BUNDLE = "newborn";
    private static final String CARD =
            "(select identifier from license where type = 'resident-id' and case_no is null order by identifier limit 1)";

    private final Platform platform;
    private final int applicants;
    private final AtomicInteger count = new AtomicInteger();
    private final Applications applications;
    private final Materials materials;
    private final Licenses licenses;
    private final Notices notices;
    private final Processes processes;
    private final Catalogue catalogue;
    private final WorkersDesk workers;
    private final TransactionTemplate transaction;
    private final int edition;

    Ours(Platform platform, int applicants) {
        this.platform = platform;
        this.applicants = applicants;
        applications = platform.bean(Applications.class);
        materials = platform.bean(Materials.class);
        licenses = platform.bean(Licenses.class);
        notices = platform.bean(Notices.class);
        processes = platform.bean(Processes.class);
        catalogue = platform.bean(Catalogue.class);
        workers = new WorkersDesk(platform.context());
        transaction = platform.bean(TransactionTemplate.class);
        edition = platform.bean(Bundles.class).edition(BUNDLE).number();
        prepare();
    }

    /** An item, and people who have an identity card each. */
    private void prepare() {
        var sql = platform.sql();
        sql.sql(
                        """
                        insert into service_item select (jsonb_populate_record(i,
                            '{"code": "%s", "name": "压力测试事项", "mode": "NATIVE", "promised": 10, "statutory": 20, "result_license": "birth-certificate"}')).*
                        from service_item i where code = 'HN-WJ-0103' and not exists (select 1 from service_item where code = '%s')"""
                                .formatted(ITEM, ITEM))
                .update();
        var known = sql.sql("select count(*) from account where username like 'bench.%'")
                .query(Integer.class)
                .single();
        Copies.of(sql, "account")
                .where("t.username = 'chen.jing'")
                .each(known + 1, applicants)
                .with("username", "'bench.' || n")
                .with("id_no", "null")
                .with("id_no_key", "null")
                .with("phone_proved", "false")
                .insert();
        Copies.of(sql, "license")
                .where("t.identifier = " + CARD)
                .each(known + 1, applicants)
                .with("identifier", "t.identifier || '-' || n")
                .with("serial", "t.serial || '-' || n")
                .insert();
        Copies.of(sql, "license_holder")
                .where("t.identifier = " + CARD)
                .each(known + 1, applicants)
                .with("identifier", "t.identifier || '-' || n")
                .with("id_no_key", "'bench.' || n")
                .insert();
        number(known + 1);
    }

    /** Everybody's own identity number, sealed as the platform seals it, with the account and the card. */
    private void number(int first) {
        var vault = platform.bean(Vault.class);
        var cards = platform
                .sql()
                .sql("select identifier, id_no_key from license_holder where id_no_key like 'bench.%'")
                .query((row, n) -> Map.entry(row.getString("id_no_key"), row.getString("identifier")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var jdbc = platform.bean(JdbcTemplate.class);
        var people =
                IntStream.rangeClosed(first, first + applicants - 1).boxed().toList();
        jdbc.batchUpdate("update account set id_no = ?, id_no_key = ? where username = ?", people, 500, (row, n) -> {
            var username = "bench." + n;
            row.setString(1, vault.seal(Column.ACCOUNT_ID_NO, username, idNo(n)));
            row.setString(2, vault.key(Vault.Kind.ID_NO, idNo(n)));
            row.setString(3, username);
        });
        var face = platform.sql()
                .sql("select identifier, face::text as face from license where identifier = " + CARD)
                .query((row, n) ->
                        vault.openJson(Column.LICENSE_FACE, row.getString("identifier"), row.getString("face")))
                .single();
        jdbc.batchUpdate("update license set face = ?::jsonb where identifier = ?", people, 500, (row, n) -> {
            var card = cards.get("bench." + n);
            row.setString(1, vault.sealJson(Column.LICENSE_FACE, card, face));
            row.setString(2, card);
        });
        jdbc.batchUpdate(
                "update license_holder set id_no = ?, id_no_key = ? where identifier = ?", people, 500, (row, n) -> {
                    var card = cards.get("bench." + n);
                    var key = vault.key(Vault.Kind.ID_NO, idNo(n));
                    row.setString(1, vault.seal(Column.LICENSE_HOLDER, card + " " + key, idNo(n)));
                    row.setString(2, key);
                    row.setString(3, card);
                });
    }

    private static String idNo(int n) {
        return "%018d".formatted(n);
    }

    @Override
    public String name() {
        return "一件事一次办";
    }

    @Override
    public void open() {
        var n = count.getAndIncrement() % applicants + 1;
        transaction.executeWithoutResult(status -> open("bench." + n, idNo(n)));
    }

    private void open(String username, String idNo) {
        var item = catalogue.item(ITEM, REGION);
        var opened = applications.open(new Applications.Request(
                BUNDLE,
                "压力测试",
                edition,
                REGION,
                username,
                "陈静",
                idNo,
                Answers.OF_A_PARENT,
                Map.of(),
                Map.of(VARIABLE, item)));
        var applicationNo = opened.application().applicationNo();
        var caseNo = opened.cases().get(VARIABLE).caseNo();
        materials.open(
                applicationNo,
                List.of(new NeededMaterial(
                        "applicant-id",
                        "申请人居民身份证",
                        true,
                        "none",
                        List.of("resident-id"),
                        List.of("image/png"),
                        new NeededMaterial.Holder("applicant", "陈静", idNo),
                        List.of(VARIABLE),
                        List.of(caseNo))));
        licenses.authorise(
                applicationNo,
                idNo,
                idNo,
                List.of("resident-id"),
                "办理压力测试",
                Instant.now().plus(90, ChronoUnit.DAYS));
        processes.start("item-handling", caseNo, "", Map.of("applicationNo", applicationNo, "caseNo", caseNo));
    }

    @Override
    public ExternalTaskService externalTasks() {
        return platform.bean(ExternalTaskService.class);
    }

    @Override
    public Map<String, Object> work(LockedExternalTask task) {
        var applicationNo = (String) task.getVariables().get("applicationNo");
        var caseNo = task.getBusinessKey();
        switch (task.getTopicName()) {
            case Topics.LICENSE_LOOKUP -> {
                return Map.of("missingMaterials", workers.missing(applicationNo, caseNo));
            }
            case Topics.LICENSE_ISSUE -> workers.issue(caseNo);
            case Topics.NOTIFY_APPLICANT -> {
                var notice = (String) task.getVariables().get("notice");
                notices.send("%s:%s:%s".formatted(caseNo, notice, task.getId()), applicationNo, caseNo, notice);
            }
            default -> throw new IllegalStateException("没有人处理主题 " + task.getTopicName());
        }
        return Map.of();
    }

    @Override
    public JobExecutor jobs() {
        return platform.jobs();
    }

    @Override
    public Desk desk() {
        var officer = platform.bean(Accounts.class).find("approver.health").orElseThrow();
        var desk = new OfficersDesk(platform.context(), officer);
        return new Desk() {
            @Override
            public List<String> waiting(int most) {
                return desk.waiting(most);
            }

            @Override
            public void grant(String taskId) {
                desk.answer(taskId, Map.of("outcome", "grant", "opinion", "符合法定条件、标准"));
            }
        };
    }
}
