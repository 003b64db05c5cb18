package io.onevisit.supervision;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.Regions;
import io.onevisit.deadlines.Light;
import java.text.Collator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings of a place as people read them: each department, each level, who is set there and who is told in effect. */
@Component
class RecipientPages {

    private static final Collator CHINESE = Collator.getInstance(Locale.CHINA);

    static final List<Light> LEVELS = List.of(Light.BLUE, Light.YELLOW, Light.RED);

    private final Recipients recipients;
    private final Catalogue catalogue;
    private final Regions regions;
    private final JdbcClient sql;

    RecipientPages(Recipients recipients, Catalogue catalogue, Regions regions, JdbcClient sql) {
        this.recipients = recipients;
        this.catalogue = catalogue;
        this.regions = regions;
        this.sql = sql;
    }

    Page of(String region, boolean mayChange) {
        var departments = catalogue.departmentNames();
        var words = new Wordings(recipients.book(region), departments, changes(region));
        var rows = Stream.concat(
                        Stream.of(RecipientBook.ALL),
                        departments.keySet().stream().sorted(Comparator.comparing(departments::get, CHINESE)))
                .map(department -> new Row(
                        department,
                        departmentName(departments, department),
                        LEVELS.stream()
                                .map(level -> words.cell(department, level))
                                .toList()))
                .toList();
        return new Page(region, regionName(region), mayChange, rows);
    }

    Cell cell(String region, String department, Light level) {
        return new Wordings(recipients.book(region), catalogue.departmentNames(), changes(region))
                .cell(department, level);
    }

    /** Entries in words, for the journal. */
    List<String> inWords(String region, String department, List<RecipientBook.Entry> entries) {
        var words = new Wordings(recipients.book(region), catalogue.departmentNames(), Map.of());
        return entries.stream()
                .map(entry -> words.told(entry, department))
                .map(told -> told.post == null ? told.label + "（" + told.detail + "）" : told.label)
                .toList();
    }

    /** Those of a place and of the places it lies in, by name. */
    List<Told> staff(String region, Predicate<RecipientBook.Person> wanted) {
        var book = recipients.book(region);
        var words = new Wordings(book, catalogue.departmentNames(), Map.of());
        var named = new HashSet<String>(); // who would be told in either of two posts is one person to choose
        return book.staff().stream()
                .filter(person -> wanted.test(person) && named.add(person.username()))
                .map(person -> new Told(person.username(), null, person.name(), words.detail(person)))
                .toList();
    }

    private Map<Place, Last> changes(String region) {
        record Row(String department, Light level, long id, Instant at, String name) {}
        return sql
                .sql(
                        """
                        select distinct on (department, level) department, level, id, at, name from recipient_change
                        where region = ? order by department, level, id desc""")
                .param(region)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        row -> new Place(row.department, row.level), row -> new Last(row.id, row.at, row.name)));
    }

    String regionName(String code) {
        return regions.find(code).map(found -> found.name()).orElse(code);
    }

    static String departmentName(Map<String, String> departments, String code) {
        return code.equals(RecipientBook.ALL) ? "全部部门" : departments.getOrDefault(code, code);
    }

    private record Place(String department, Light level) {}

    private record Last(long version, Instant at, String name) {}

    /** What one place's book says, in words. */
    private final class Wordings {

        private final RecipientBook book;
        private final Map<String, String> departments;
        private final Map<Place, Last> changes;
        private final Map<String, String> regionNames = new HashMap<>();

        private Wordings(RecipientBook book, Map<String, String> departments, Map<Place, Last> changes) {
            this.book = book;
            this.departments = departments;
            this.changes = changes;
        }

        private Cell cell(String department, Light level) {
            var own = book.own(department, level);
            var counting = book.counting(department, level);
            var last = changes.getOrDefault(new Place(department, level), new Last(0, null, null));
            return new Cell(
                    level,
                    last.version,
                    last.at,
                    last.name,
                    own.map(setting -> told(setting, department)).orElse(List.of()),
                    counting.map(setting -> told(setting, department)).orElse(List.of()),
                    counting.map(this::from).orElse(null));
        }

        private From from(RecipientBook.Setting setting) {
            return new From(
                    setting.region(),
                    name(setting.region()),
                    setting.department(),
                    departmentName(departments, setting.department()));
        }

        private List<Told> told(RecipientBook.Setting setting, String department) {
            return setting.entries().stream()
                    .map(entry -> told(entry, department))
                    .toList();
        }

        private Told told(RecipientBook.Entry entry, String department) {
            var people = book.people(entry, department);
            if (entry.post() != null) {
                var names = people.stream()
                        .map(RecipientBook.Person::name)
                        .distinct()
                        .collect(Collectors.joining("、"));
                var open = department.equals(RecipientBook.ALL) && entry.post() != Post.SUPERVISOR;
                return new Told(null, entry.post(), entry.post().label, open ? "" : names.isEmpty() ? "暂无人员" : names);
            }
            return people.stream()
                    .findFirst()
                    .map(person -> new Told(person.username(), null, person.name(), detail(person)))
                    .orElseGet(() -> new Told(entry.username(), null, formerName(entry.username()), "账号已停用"));
        }

        private String detail(RecipientBook.Person person) {
            var parts = new ArrayList<String>();
            if (person.department() != null) parts.add(departmentName(departments, person.department()));
            person.posts().stream().sorted().map(post -> post.label).forEach(parts::add);
            parts.add(name(person.region()));
            return String.join("，", parts);
        }

        private String name(String region) {
            return regionNames.computeIfAbsent(region, RecipientPages.this::regionName);
        }
    }

    private String formerName(String username) {
        return sql.sql("select name from account where username = ?")
                .param(username)
                .query(String.class)
                .optional()
                .orElse(username);
    }

    record Page(String region, String regionName, boolean mayChange, List<Row> rows) {}

    /** @param department the empty text for all departments */
    record Row(String department, String departmentName, List<Cell> cells) {}

    /**
     * @param version of the last change, zero where there was none
     * @param own those set here for just this department and level
     * @param told those told in effect, of the setting {@code from}
     * @param from {@code null} where nobody can be told
     */
    record Cell(
            Light level,
            long version,
            Instant changedAt,
            String changedBy,
            List<Told> own,
            List<Told> told,
            From from) {}

    record From(String region, String regionName, String department, String departmentName) {}

    /** @param detail of somebody by name where they work, of a post who holds it now */
    record Told(String username, Post post, String label, String detail) {}
}
