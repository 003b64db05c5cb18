package io.onevisit.tasks;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.identity.Account;
import io.onevisit.identity.Accounts;
import io.onevisit.problems.Problem;
import io.onevisit.reach.Recusal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who else may work on a task: of its group, for its division, and not a party to it (回避). */
@Component
class Colleagues {

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Recusal recusal;

    Colleagues(JdbcClient sql, Accounts accounts, Recusal recusal) {
        this.sql = sql;
        this.accounts = accounts;
        this.recusal = recusal;
    }

    /** Those beside the officer, who has least to do first. */
    List<Colleague> of(Account officer, WorkItem item) {
        var able = members(item)
                .filter(account -> !account.username().equals(officer.username()) && fit(item, account))
                .toList();
        var open = open(able);
        return able.stream()
                .map(account ->
                        new Colleague(account.username(), account.name(), open.getOrDefault(account.username(), 0)))
                .sorted(Comparator.comparingInt(Colleague::open).thenComparing(Colleague::name))
                .toList();
    }

    /** One of them by user name, as they are in the post that lets them; a 422 problem where it is none of them. */
    Account get(WorkItem item, String username, String field) {
        return find(item, username)
                .orElseThrow(() -> Problem.invalid("colleague-unfit", "请选择能够办理这项任务的同事：同岗位、管辖本地区且不需要回避。")
                        .with("field", field));
    }

    boolean may(WorkItem item, String username) {
        return find(item, username).isPresent();
    }

    /** Whether somebody may work on a task of this group for this region about this number. */
    boolean may(String about, String candidate, String region, String username) {
        return accounts.ofGroup(candidate, RegionCode.of(region).lineage()).stream()
                .anyMatch(account -> account.username().equals(username) && !recusal.concerns(account, about));
    }

    private Optional<Account> find(WorkItem item, String username) {
        return members(item)
                .filter(account -> account.username().equals(username) && fit(item, account))
                .findFirst();
    }

    private Stream<Account> members(WorkItem item) {
        return accounts.ofGroup(item.candidate(), RegionCode.of(item.region()).lineage()).stream();
    }

    private boolean fit(WorkItem item, Account account) {
        return !recusal.concerns(account, item.about());
    }

    private Map<String, Integer> open(List<Account> able) {
        record Load(String assignee, int open) {}
        return sql
                .sql(
                        """
                        select assignee, count(*) as open from work_item
                        where assignee = any (:names) and ended_at is null group by assignee""")
                .param("names", able.stream().map(Account::username).toArray(String[]::new))
                .query(Load.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Load::assignee, Load::open));
    }

    /** @param open how many tasks they hold */
    record Colleague(String username, String name, int open) {}
}
