package io.onevisit.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onevisit.catalogue.Handling;
import io.onevisit.catalogue.ServiceItem;
import io.onevisit.delegation.AgentKind;
import io.onevisit.engine.DecisionListener;
import io.onevisit.problems.Problem;
import io.onevisit.vault.Column;
import io.onevisit.vault.Vault;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applications: opened once with one case per chosen item, closed when all of them are done. */
@Component
public class Applications {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final JdbcClient sql;
    private final Numbers numbers;
    private final Cases cases;
    private final Journal journal;
    private final RuleRecords records;
    private final ObjectMapper json;
    private final Clock time;
    private final Vault vault;
    private final ApplicationParties parties;
    private final ApplicationRow rows;

    Applications(
            JdbcClient sql,
            Numbers numbers,
            Cases cases,
            Journal journal,
            RuleRecords records,
            ObjectMapper json,
            Clock time,
            Vault vault,
            ApplicationParties parties) {
        this.vault = vault;
        this.parties = parties;
        this.rows = new ApplicationRow(vault);
        this.sql = sql;
        this.numbers = numbers;
        this.cases = cases;
        this.journal = journal;
        this.records = records;
        this.json = json;
        this.time = time;
    }

    /**
     * Opens the application and one case per item, all or nothing.
     *
     * @return the cases by the process variable of their item
     */
    @Transactional
    public Opened open(Request request) {
        var at = request.at(time.instant());
        var no = numbers.nextApplication(request.region(), at);
        var application = sql.sql(
                        """
                        insert into application (month, application_no, bundle, bundle_name, edition, region, owner,
                            applicant_name, applicant_id, applicant_key, answers, situation, state, stage, submitted_at, channel, intake_by,
                            intake_window, agent, agent_name, agent_kind, agent_until, mandate)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        returning *""")
                .params(
                        Numbers.month(no),
                        no,
                        request.bundle(),
                        request.bundleName(),
                        request.edition(),
                        request.region(),
                        request.owner(),
                        request.applicantName(),
                        vault.seal(Column.APPLICATION_APPLICANT, no, request.applicantId()),
                        vault.key(Vault.Kind.ID_NO, request.applicantId()),
                        vault.sealJson(Column.APPLICATION_ANSWERS, no, text(request.answers())),
                        text(request.situation()),
                        ApplicationState.IN_PROGRESS.name(),
                        "材料核验中",
                        Timestamp.from(at),
                        request.channel().name(),
                        request.window() == null ? null : request.window().clerk(),
                        request.window() == null ? null : request.window().place(),
                        request.agent() == null ? null : request.agent().username(),
                        request.agent() == null ? null : request.agent().name(),
                        request.agent() == null ? null : request.agent().kind().name(),
                        request.agent() == null ? null : request.agent().until(),
                        request.agent() == null ? null : request.agent().mandate())
                .query(rows)
                .single();
        parties.keep(
                no,
                request.applicantId(),
                request.owner(),
                request.agent() == null ? "" : request.agent().username(),
                request.answers());
        var who = request.agent() == null
                ? request.applicantName()
                : request.agent().name();
        var how = application.agency().map("，代办："::concat).orElse("");
        journal.write(no, who, "提交申报", request.bundleName() + how, "行政许可法第二十九条");
        if (request.window() != null) {
            var window = request.window();
            journal.write(no, window.clerkName(), window.what(), window.how(), "");
        }
        var opened = new LinkedHashMap<String, CaseFile>();
        request.items().forEach((variable, item) -> {
            var file = cases.open(application, request.channel(), variable, item);
            journal.write(file.caseNo(), who, "提交申请", file.itemName(), "行政许可法第二十九条");
            item.handling().rule().ifPresent(rule -> noteHandling(file.caseNo(), item.handling(), rule));
            opened.put(variable, file);
        });
        return new Opened(application, opened);
    }

    /** Why this case is decided straight through, or by whom it is handled, can be answered later. */
    private void noteHandling(String caseNo, Handling handling, Handling.Rule rule) {
        journal.write(caseNo, "平台", "确定办理方式", handling.sentence(), "");
        records.decided(
                caseNo,
                "submission",
                rule.decision(),
                rule.version(),
                List.of(new DecisionListener.Rule(rule.id(), rule.reason(), rule.outputs())),
                rule.inputs());
    }

    public Optional<Application> find(String no) {
        if (!no.startsWith("A") || !Numbers.isValid(no)) {
            return Optional.empty();
        }
        return sql.sql("select * from application where month = ? and application_no = ?")
                .params(Numbers.month(no), no)
                .query(rows)
                .optional();
    }

    public Application get(String no) {
        return find(no).orElseThrow(() -> Problem.notFound("application-unknown", "没有找到这次申报，请核对申报编号。"));
    }

    /** The facts the guide decided on when it was made. */
    public Map<String, Object> situation(String no) {
        return journal.map(sql.sql("select situation::text from application where month = ? and application_no = ?")
                .params(Numbers.month(no), no)
                .query(String.class)
                .optional()
                .orElse("{}"));
    }

    /** The numbers of what was applied for under a mandate. */
    public List<String> under(UUID mandate) {
        return sql.sql("select application_no from application where mandate = ? order by application_no")
                .param(mandate)
                .query(String.class)
                .list();
    }

    /** The newest applications that a clerk took in at the window. */
    public List<Application> takenInBy(String clerk) {
        return sql.sql("select * from application where intake_by = ? order by submitted_at desc limit 200")
                .param(clerk)
                .query(rows)
                .list();
    }

    /** Keeps with which ticket of a hall somebody came, and how long they had waited for the window. */
    public void noteQueue(String no, String ticket, Duration waited) {
        sql.sql("update application set queue_ticket = ?, queue_waited = ? where month = ? and application_no = ?")
                .params(ticket, (int) waited.toSeconds(), Numbers.month(no), no)
                .update();
    }

    /** Empty where nobody came with a ticket. */
    public Optional<Queued> queued(String no) {
        return sql.sql(
                        """
                        select queue_ticket as ticket, queue_waited as seconds from application
                        where month = ? and application_no = ? and queue_ticket is not null""")
                .params(Numbers.month(no), no)
                .query((row, n) -> new Queued(row.getString("ticket"), Duration.ofSeconds(row.getLong("seconds"))))
                .optional();
    }

    public record Queued(String ticket, Duration waited) {}

    /** Writes down what the window clerk found, or that the applicant takes it back; the process goes on with it. */
    @Transactional
    public void noteReview(String no, String outcome, String note, String rightBody, String officer) {
        sql.sql(
                        """
                        update application set review_outcome = ?, review_note = ?, right_body = ?, reviewed_by = ?
                        where month = ? and application_no = ?""")
                .params(outcome, note, rightBody, officer, Numbers.month(no), no)
                .update();
    }

    /** The last words on an application before its acceptance, empty texts where there are none. */
    Review review(String no) {
        return sql.sql(
                        """
                        select coalesce(review_outcome, '') as outcome, coalesce(review_note, '') as note, coalesce(right_body, '') as right_body,
                            coalesce(reviewed_by, '') as by
                        from application where month = ? and application_no = ?""")
                .params(Numbers.month(no), no)
                .query(Review.class)
                .single();
    }

    /** No notice in time: accepted as of the day on which what is needed last came in (行政许可法 art. 32). */
    void deemAccepted(String no) {
        sql.sql(
                        """
                        update application set deemed_accepted_at = coalesce(received_at, submitted_at)
                        where month = ? and application_no = ?""")
                .params(Numbers.month(no), no)
                .update();
        journal.write(no, "平台", "视为受理", "五个工作日内没有告知补正，自收到申请材料之日起即为受理", "行政许可法第三十二条第一款第四项");
    }

    boolean isDeemedAccepted(String no) {
        return sql.sql("select deemed_accepted_at is not null from application where month = ? and application_no = ?")
                .params(Numbers.month(no), no)
                .query(Boolean.class)
                .single();
    }

    /** The day of receipt as the day of acceptance, for a case that did not have to wait for another one first. */
    public Optional<Instant> deemedAcceptedAt(String caseNo) {
        return sql.sql(
                        """
                        select a.deemed_accepted_at from application a
                        join case_file c on c.month = a.month and c.application_no = a.application_no
                        where c.month = :month and c.case_no = :no and a.deemed_accepted_at is not null
                          and not exists (select from case_file o where o.month = c.month
                              and o.application_no = c.application_no and o.closed_at < c.received_at)""")
                .param("month", Numbers.month(caseNo))
                .param("no", caseNo)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void close(String no) {
        var files = cases.ofApplication(no);
        files.stream().filter(file -> !file.state().isEnd()).findFirst().ifPresent(file -> {
            throw new IllegalStateException("办件 %s（%s）还没有结果，申报不能提前办结"
                    .formatted(file.caseNo(), file.state().label()));
        });
        if (files.stream().allMatch(file -> file.state() == CaseState.WITHDRAWN)) {
            close(no, ApplicationState.WITHDRAWN, "申请人已撤回");
            return;
        }
        var denied = files.stream()
                .filter(file -> file.result() != CaseResult.LICENSED && file.result() != CaseResult.DONE)
                .count();
        var state = denied > 0 && denied < files.size() ? ApplicationState.PARTLY_CLOSED : ApplicationState.CLOSED;
        var stage = denied == 0
                ? "全部事项已办结"
                : denied < files.size() ? "%d 项已办结，%d 项未办成".formatted(files.size() - denied, denied) : "所有事项均未办成";
        close(no, state, stage);
    }

    private void close(String no, ApplicationState state, String stage) {
        sql.sql("update application set state = ?, stage = ?, closed_at = ? where month = ? and application_no = ?")
                .params(state.name(), stage, Timestamp.from(time.instant()), Numbers.month(no), no)
                .update();
        journal.write(no, "平台", state.label(), stage, "");
    }

    private String text(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Answers cannot be written", e);
        }
    }

    /**
     * What somebody applies for.
     *
     * @param situation facts the guide decided on
     * @param items the items, by the process variable that carries their case
     * @param window where it was taken in, {@code null} online
     * @param agent who applies on the applicant's behalf, {@code null} where the applicant does
     */
    public record Request(
            String bundle,
            String bundleName,
            int edition,
            String region,
            String owner,
            String applicantName,
            String applicantId,
            Map<String, Object> answers,
            Map<String, Object> situation,
            Map<String, ServiceItem> items,
            Window window,
            Agent agent) {

        /** An application made online. */
        public Request(
                String bundle,
                String bundleName,
                int edition,
                String region,
                String owner,
                String applicantName,
                String applicantId,
                Map<String, Object> answers,
                Map<String, Object> situation,
                Map<String, ServiceItem> items) {
            this(
                    bundle,
                    bundleName,
                    edition,
                    region,
                    owner,
                    applicantName,
                    applicantId,
                    answers,
                    situation,
                    items,
                    null,
                    null);
        }

        private Instant at(Instant now) {
            return window == null || window.offline() == null
                    ? now
                    : window.offline().at();
        }

        Channel channel() {
            return window == null ? Channel.ONLINE : Channel.WINDOW;
        }
    }

    /**
     * Where somebody present was served.
     *
     * @param clerk user name of the clerk
     * @param place name of the window
     * @param seen how the clerk made sure who was there, in words
     * @param offline {@code null} where the network was there
     */
    public record Window(String clerk, String clerkName, String place, String seen, Offline offline) {

        private String what() {
            return offline == null ? "窗口收件" : "离线收件";
        }

        private String how() {
            var how = place + "，身份核验方式：" + seen;
            return offline == null
                    ? how
                    : how
                            + "；网络中断时于%s收件，临时凭证号 %s，网络恢复后登记，时限自收件时起算"
                                    .formatted(MINUTE.format(offline.at()), offline.provisionalNo());
        }
    }

    /**
     * Taken in while the network was away.
     *
     * @param at when; everything that counts from the application counts from then
     * @param provisionalNo the number of the slip that was given for it
     */
    public record Offline(Instant at, String provisionalNo) {}

    /**
     * Who acts for the applicant and by what right.
     *
     * @param until last day of the mandate, {@code null} without one
     */
    public record Agent(String username, String name, AgentKind kind, LocalDate until, UUID mandate) {}

    record Review(String outcome, String note, String rightBody, String by) {}

    public record Opened(Application application, Map<String, CaseFile> cases) {}
}
