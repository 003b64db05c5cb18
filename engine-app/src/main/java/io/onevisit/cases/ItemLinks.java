package io.onevisit.cases;

import io.onevisit.catalogue.LimitUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links of items that have a limit of their own (环节时限). An edition never changes, so each is read once. */
@Component
class ItemLinks {

    /** What the time between receipt and acceptance is called where it is a link. */
    private static final List<String> ACCEPTANCE = List.of("收件", "受理");

    private final JdbcClient sql;
    private final Map<Edition, List<Link>> known = new ConcurrentHashMap<>();

    ItemLinks(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param number its place in the item, from 1 */
    record Link(int number, String name, int days, LimitUnit unit) {}

    private record Edition(String code, int number) {}

    private record Row(Integer number, String name, Integer days, LimitUnit unit) {}

    boolean none(CaseFile file) {
        return of(file).isEmpty();
    }

    /** The link in which a case waits between receipt and acceptance. */
    Optional<Link> ofAcceptance(CaseFile file) {
        return covering(file, link -> ACCEPTANCE.stream().anyMatch(link.name()::contains));
    }

    /** The link of a task or of a department's step: the one whose name its own contains. */
    Optional<Link> named(CaseFile file, String name) {
        return covering(file, link -> name.contains(link.name()));
    }

    /** Several links done in one go are one, with the days of all. */
    private Optional<Link> covering(CaseFile file, Predicate<Link> here) {
        var links = of(file).stream().filter(here).toList();
        return links.stream().findFirst().map(first -> {
            var alike =
                    links.stream().filter(link -> link.unit() == first.unit()).toList();
            return new Link(
                    first.number(),
                    alike.stream().map(Link::name).collect(Collectors.joining("、")),
                    alike.stream().mapToInt(Link::days).sum(),
                    first.unit());
        });
    }

    private List<Link> of(CaseFile file) {
        var edition = new Edition(file.itemCode(), file.itemEdition());
        var links = known.get(edition);
        if (links == null) {
            var rows = read(file);
            links = rows.stream()
                    .filter(row -> row.number() != null)
                    .map(row -> new Link(row.number(), row.name(), row.days(), row.unit()))
                    .toList();
            if (!rows.isEmpty()) {
                known.put(edition, links);
            }
        }
        return links;
    }

    /** One row without a link where the item has none; nothing where the catalogue has no such edition. */
    private List<Row> read(CaseFile file) {
        return sql.sql(
                        """
                        select l.number, l.name, l.days, l.unit from service_item i left join item_link l
                            on (l.code, l.region, l.edition) = (i.code, i.region, i.edition) and l.days > 0
                        where i.code = ? and i.edition = ? and i.region = any (region_lineage(?)) order by l.number""")
                .params(file.itemCode(), file.itemEdition(), file.region())
                .query(Row.class)
                .list();
    }
}
