package io.onevisit.search;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where the search index lives.
 *
 * @param url an OpenSearch cluster of one's own, e.g. {@code https://search.example:9200}; empty: a node is started as a child
 * @param username for that cluster; empty where it asks for none
 * @param embedded whether a node is started where no {@code url} is given; if not, lists stay plain
 * @param memory heap of that node
 * @param index what names of indexes begin with: several installations may share a cluster
 * @param timeout how long people wait for an answer before they get the plain list
 */
@Validated
@ConfigurationProperties("onevisit.search")
record SearchProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean embedded,
        @NotNull @DefaultValue("512MB") DataSize memory,
        @Pattern(regexp = "[a-z][a-z0-9-]{0,60}") @DefaultValue("onevisit") String index,
        @NotNull @DefaultValue("2s") Duration timeout) {

    boolean external() {
        return !url.isBlank();
    }
}
