package io.onevisit.reach;

import io.onevisit.catalogue.RegionCode;
import io.onevisit.engine.NumberRange;
import io.onevisit.engine.RowView;
import io.onevisit.identity.Account;
import io.onevisit.identity.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Whose matters somebody sees: 数据范围. Queries take their conditions from here; the tables' policies get the same as
 * {@link #settings}, so what a query forgets the database still keeps back.
 *
 * @param extent how far they see beside what is their own
 * @param regionPrefix the digits that the codes of their division and all below it begin with; none where they have no office
 * @param regionThrough the highest code that begins so
 * @param department their department, empty for who has none
 */
public record Reach(
        Extent extent,
        String account,
        String person,
        String regionPrefix,
        String regionThrough,
        String department,
        List<String> groups,
        boolean line,
        boolean auditor) {

    /** No code, number or name is this. */
    private static final String NONE = "~";

    public static Reach of(Account account) {
        return new Reach(
                Extent.of(account),
                account.username(),
                account.is(Role.CITIZEN) ? account.idNo() : null,
                RegionCode.of(account.region()).prefix(),
                RegionCode.of(account.region()).last(),
                Objects.requireNonNullElse(account.department(), ""),
                account.groups(),
                account.is(Role.AGENT) || account.is(Role.LINE_OFFICE),
                account.is(Role.AUDITOR));
    }

    /** Whether they watch over all departments of their division. */
    public boolean wholeRegion() {
        return extent == Extent.REGION;
    }

    /** Whether a division is theirs or lies in it. */
    public boolean holds(String region) {
        return region != null && region.startsWith(regionPrefix);
    }

    /** The same by the number of a case, an application, an order …: it begins with its division. */
    public boolean holdsNumber(String no) {
        return holds(no.replaceFirst("^[A-Z]", ""));
    }

    /** First and last code within their division, for {@code region between :first and :last}: conditions an index answers. */
    public String first() {
        return regionPrefix;
    }

    public String last() {
        return regionThrough;
    }

    /** The numbers of what lies in their division. */
    public NumberRange numbers() {
        return new NumberRange(regionPrefix, regionThrough);
    }

    /**
     * Does something and sees no other rows.
     *
     * @param key makes the keyed hash of an identity number
     * @param today on which mandates are good or over
     */
    <T> T see(UnaryOperator<String> key, LocalDate today, RowView.Work<T> work) throws Throwable {
        return RowView.of(settings(key, today), work);
    }

    /** What the policies ask for; the migration {@code V180__reach.sql} says how. */
    Map<String, String> settings(UnaryOperator<String> key, LocalDate today) {
        var office = extent == Extent.DEPARTMENT || extent == Extent.REGION || auditor;
        return Map.ofEntries(
                Map.entry("account", account),
                Map.entry("person", known() ? key.apply(person) : NONE),
                Map.entry("today", today.toString()),
                Map.entry("department", department.isEmpty() ? NONE : department),
                Map.entry("groups", String.join(",", groups)),
                Map.entry("region_from", wholeRegion() ? first() : NONE),
                Map.entry("region_through", wholeRegion() ? last() : NONE),
                Map.entry("unit_from", office ? first() : NONE),
                Map.entry("unit_through", office ? last() : NONE),
                Map.entry("line", Boolean.toString(line)),
                Map.entry("auditor", Boolean.toString(auditor)));
    }

    private boolean known() {
        return person != null && !person.isBlank();
    }
}
