package io.onevisit.bundles;

import io.onevisit.engine.Tenants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A model called from another runs in the city's own edition where the city has published one. */
@Component
class CityEditions implements Tenants {

    private final JdbcClient sql;

    CityEditions(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String of(String tenant, String modelKey) {
        if (tenant == null || tenant.isBlank()) {
            return null;
        }
        var own = sql.sql("select count(*) from bundle_file where region = ? and name in (?, ?)")
                .params(tenant, modelKey + ".bpmn", modelKey + ".dmn")
                .query(Integer.class)
                .single();
        return own > 0 ? tenant : null;
    }
}
