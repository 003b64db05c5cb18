package io.onevisit.supervision;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.RegionCode;
import io.onevisit.deadlines.Light;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.identity.Role;
import io.onevisit.problems.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Supervisors set who is told of the cards of a place, each setting as a whole; who did, when, and what was before is
 * written down. Nobody can be set who could not open the cards they are told of.
 */
@Component
class RecipientSettings {

    private static final int MOST = 50;

    private final Recipients recipients;
    private final RecipientPages pages;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final JdbcClient sql;
    private final Clock now;

    RecipientSettings(
            Recipients recipients,
            RecipientPages pages,
            Accounts accounts,
            Catalogue catalogue,
            JdbcClient sql,
            Clock now) {
        this.recipients = recipients;
        this.pages = pages;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.sql = sql;
        this.now = now;
    }

    /** Sets who is told; with nobody set the place follows the next wider setting again. */
    @Transactional
    public RecipientPages.Cell change(Account who, Change asked) {
        if (!who.is(Role.SUPERVISOR)) throw Problem.forbidden("supervisors-only", "只有监察人员可以设置红黄牌的告知对象。");
        var entries = checked(asked);
        alone(asked);
        var before = pages.cell(asked.region, asked.department, asked.level);
        if (before.version() != asked.version) throw overtaken(before);
        var was = recipients
                .book(asked.region)
                .own(asked.department, asked.level)
                .map(RecipientBook.Setting::entries)
                .orElse(List.of());
        if (Set.copyOf(was).equals(Set.copyOf(entries))) return before;
        var wasInWords = pages.inWords(asked.region, asked.department, was);
        sql.sql("delete from supervision_recipient where region = ? and department = ? and level = ?")
                .params(asked.region, asked.department, asked.level.name())
                .update();
        for (var entry : entries)
            sql.sql(
                            "insert into supervision_recipient (region, department, level, username, post) values (?, ?, ?, ?, ?)")
                    .params(
                            asked.region,
                            asked.department,
                            asked.level.name(),
                            entry.username(),
                            entry.post() == null ? null : entry.post().name())
                    .update();
        sql.sql(
                        "insert into recipient_change (at, who, name, region, department, level, was, becomes) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Timestamp.from(now.instant()),
                        who.username(),
                        who.name(),
                        asked.region,
                        asked.department,
                        asked.level.name(),
                        wasInWords.toArray(String[]::new),
                        pages.inWords(asked.region, asked.department, entries).toArray(String[]::new))
                .update();
        return pages.cell(asked.region, asked.department, asked.level);
    }

    /** Those who can be set by name there, by department and name. */
    List<RecipientPages.Told> candidates(String region, String department) {
        return pages.staff(region, person -> why(person, region, department) == null);
    }

    List<Changed> changes(String region, int most) {
        return sql.sql(
                        """
                        select c.id, c.at, c.name, coalesce(r.name, c.region) as region_name,
                            case c.department when '' then '全部部门' else coalesce(d.name, c.department) end as department_name,
                            c.level, array_to_string(c.was, '；') as was, array_to_string(c.becomes, '；') as becomes
                        from recipient_change c left join region r on r.code = c.region left join department d on d.code = c.department
                        where c.region = ? order by c.id desc limit ?""")
                .params(region, most)
                .query(Changed.class)
                .list();
    }

    private List<RecipientBook.Entry> checked(Change asked) {
        if (!asked.department.equals(RecipientBook.ALL)
                && !catalogue.departmentNames().containsKey(asked.department))
            throw Problem.invalid("department-unknown", "没有这个部门，请重新选择。").with("field", "department");
        var entries = asked.recipients.stream().distinct().toList();
        if (entries.isEmpty() && asked.region.equals(Catalogue.PROVINCE) && asked.department.equals(RecipientBook.ALL))
            throw fault("全省全部部门的设置是其他地方没有设置时的依据，不能为空。");
        if (entries.size() > MOST) throw fault("一级最多设 " + MOST + " 个告知对象，请按岗位选择或减少人员。");
        for (var entry : entries) {
            if ((entry.username() == null) == (entry.post() == null)) throw fault("每个告知对象应是一名人员或一个岗位。");
            if (entry.username() != null) check(entry.username(), asked);
        }
        return entries;
    }

    private void check(String username, Change asked) {
        var account = accounts.find(username).orElseThrow(() -> fault("没有找到人员“%s”，或其账号已停用，请重新选择。".formatted(username)));
        var held = accounts.inEachPost(username);
        var reasons = (held.isEmpty() ? List.of(account) : held)
                .stream()
                        .map(each -> Optional.ofNullable(why(Recipients.person(each), asked.region, asked.department)))
                        .toList();
        if (reasons.stream().allMatch(Optional::isPresent))
            throw fault(reasons.get(0).orElseThrow());
    }

    /** Why somebody cannot be set there; {@code null} where they can. Whoever is told must be able to open the card. */
    private String why(RecipientBook.Person person, String region, String department) {
        if (person.posts().isEmpty()) return "“%s”不是部门承办人、部门负责人或监察人员，不能作为告知对象。".formatted(person.name());
        if (!RegionCode.of(person.region()).holds(region))
            return "“%s”在%s工作，看不到%s其他地方的牌；请在%s的设置中选择。"
                    .formatted(
                            person.name(),
                            pages.regionName(person.region()),
                            pages.regionName(region),
                            pages.regionName(person.region()));
        if (person.posts().contains(Post.SUPERVISOR) || department.equals(person.department())) return null;
        return department.equals(RecipientBook.ALL)
                ? "“%s”只能看到本部门的牌；全部部门的设置请选监察人员，或者按岗位选择。".formatted(person.name())
                : "“%s”属于%s，看不到%s的牌，请选该部门的人员。"
                        .formatted(
                                person.name(),
                                catalogue.departmentName(person.department()),
                                catalogue.departmentName(department));
    }

    private Problem overtaken(RecipientPages.Cell now) {
        return Problem.conflict(
                "recipients-changed",
                "这一项已由 %s 于 %s 修改，请刷新后再改。".formatted(now.changedBy(), Words.instant(now.changedAt())));
    }

    private static Problem fault(String sentence) {
        return Problem.invalid("recipients-invalid", sentence).with("field", "recipients");
    }

    /** Of two that change one setting at once the second sees the first's. */
    private void alone(Change asked) {
        sql.sql("select pg_advisory_xact_lock(hashtext('supervision_recipient ' || ? || ' ' || ? || ' ' || ?))")
                .params(asked.region, asked.department, asked.level.name())
                .query((row, n) -> true)
                .single();
    }

    /** @param version of the setting that was looked at */
    record Change(String region, String department, Light level, List<RecipientBook.Entry> recipients, long version) {}

    record Changed(
            long id,
            Instant at,
            String name,
            String regionName,
            String departmentName,
            Light level,
            String was,
            String becomes) {}
}
