package io.onevisit.catalogue;

import io.onevisit.problems.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The administrative divisions, abolished ones too: their cases keep the code, new applications go to the successor. */
@Component
public class Regions {

    private static final String ALL =
            """
            select code, name, level, coalesce(parent, '') as parent, effective_from, effective_to,
                coalesce(successor, '') as successor from region""";

    private final JdbcClient sql;
    private final Clock time;

    Regions(JdbcClient sql, Clock time) {
        this.sql = sql;
        this.time = time;
    }

    public Optional<Region> find(String code) {
        return sql.sql(ALL + " where code = :code")
                .param("code", code)
                .query(Region.class)
                .optional();
    }

    /** The divisions that exist today. */
    public List<Region> existing() {
        return existing(sql.sql(ALL + " order by code"));
    }

    /** Those down to the counties: few enough for one list, where townships and villages are tens of thousands. */
    public List<Region> downToCounties() {
        return existing(sql.sql(ALL + " where length(code) = 6 order by code"));
    }

    /** A division and what lies in it. */
    public List<Region> within(String code) {
        return existing(sql.sql(ALL + " where code between :first and :last order by code")
                .param("first", RegionCode.of(code).prefix())
                .param("last", RegionCode.of(code).last()));
    }

    private List<Region> existing(JdbcClient.StatementSpec asked) {
        var today = Catalogue.day(time.instant());
        return asked.query(Region.class).list().stream()
                .filter(region -> region.existsOn(today))
                .toList();
    }

    /** The division, if something can be applied for in it today; otherwise a 422 problem that says where instead. */
    public Region forNew(String code) {
        var region = find(code == null ? "" : code)
                .orElseThrow(() -> Problem.invalid("region-unknown", "请选择办理地区。").with("field", "region"));
        if (region.existsOn(Catalogue.day(time.instant()))) {
            return region;
        }
        if (region.effectiveTo() == null || region.effectiveTo().isAfter(Catalogue.day(time.instant()))) {
            throw Problem.invalid(
                            "region-not-yet", "“%s”自 %s 起设立，目前还不能选择。".formatted(region.name(), region.effectiveFrom()))
                    .with("field", "region");
        }
        var instead = find(region.successor())
                .map(successor -> "，请选择“%s”（%s）".formatted(successor.name(), successor.code()))
                .orElse("，请选择现有的行政区划");
        throw Problem.invalid(
                        "region-abolished",
                        "“%s”（%s）已撤销%s。已经受理的办件不受影响。".formatted(region.name(), region.code(), instead))
                .with("field", "region")
                .with("successor", region.successor());
    }
}
