package io.onevisit.bundles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.onevisit.catalogue.Catalogue;
import io.onevisit.problems.Problem;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The published bundles, each as its newest edition. */
@Component
public class Bundles {

    /** Key of the folder of models that bundles call; no bundle of its own. */
    public static final String SHARED = "shared";

    static final String DESCRIPTION = "bundle.yaml";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final JdbcClient sql;
    private final SingleItems singles;
    private final Map<String, Map<String, byte[]>> files = new ConcurrentHashMap<>();

    Bundles(JdbcClient sql, SingleItems singles) {
        this.sql = sql;
        this.singles = singles;
    }

    /** The newest edition of each key, {@code shared} included. */
    public List<Edition> editions() {
        return sql.sql(
                        """
                        select distinct on (key, region) key, region, number, content_hash, published_by, published_at, note
                        from bundle_edition where status = 'PUBLISHED' order by key, region, number desc""")
                .query(Edition.class)
                .list();
    }

    /** All editions of one key, newest first. */
    public List<Edition> history(String key) {
        return sql.sql(
                        """
                        select key, region, number, content_hash, published_by, published_at, note
                        from bundle_edition where key = :key order by number desc""")
                .param("key", key)
                .query(Edition.class)
                .list();
    }

    public List<Bundle> published() {
        return editions().stream()
                .filter(edition -> !edition.key().equals(SHARED))
                .map(edition -> describe(files(edition)))
                .toList();
    }

    /** A bundle, or one item on its own as a bundle of one. */
    public Bundle find(String key) {
        return SingleKey.is(key) ? singles.describe(SingleKey.parse(key), files(key)) : describe(files(edition(key)));
    }

    /** The key under which an item is applied for on its own: with its own form where a bundle has one. */
    public String keyOfItem(String code) {
        var source = published().stream()
                .filter(bundle ->
                        bundle.items().stream().anyMatch(item -> item.code().equals(code) && item.form() != null))
                .findFirst()
                .map(Bundle::key)
                .orElse(SHARED);
        return new SingleKey(code, source).toString();
    }

    /** The newest edition of a bundle, or of what an item on its own is asked with. */
    public Edition edition(String key) {
        var folder = SingleKey.folder(key);
        return editions().stream()
                .filter(edition ->
                        edition.key().equals(folder) && edition.region().equals(Catalogue.PROVINCE))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("bundle-unknown", "没有找到这件事（" + key + "），它可能尚未发布。"));
    }

    /** A bundle as it was in one edition: what an application that began with it keeps. */
    public Bundle find(String key, int number) {
        var files = files(key, number);
        return SingleKey.is(key) ? singles.describe(SingleKey.parse(key), files) : describe(files);
    }

    public Map<String, byte[]> files(String key, int number) {
        return history(SingleKey.folder(key)).stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .map(this::files)
                .orElseThrow(() -> Problem.notFound("edition-unknown", "没有这件事的第 " + number + " 版。"));
    }

    /** The files of the newest edition, byte for byte as they were published. */
    public Map<String, byte[]> files(String key) {
        return files(edition(key));
    }

    /** What bundles share, as a city has it: each file its own where it published one, else the province's. */
    public Map<String, byte[]> shared(String city) {
        var shared = new LinkedHashMap<>(files(SHARED));
        editions().stream()
                .filter(edition ->
                        edition.key().equals(SHARED) && edition.region().equals(city))
                .forEach(edition -> shared.putAll(files(edition)));
        return shared;
    }

    Map<String, byte[]> files(Edition edition) {
        return files.computeIfAbsent(edition.contentHash(), hash -> load(edition));
    }

    private Map<String, byte[]> load(Edition edition) {
        var loaded = new LinkedHashMap<String, byte[]>();
        sql.sql("select name, content from bundle_file where key = ? and region = ? and number = ? order by name")
                .params(edition.key(), edition.region(), edition.number())
                .query((row, n) -> loaded.put(row.getString(1), row.getBytes(2)))
                .list();
        return loaded;
    }

    static Bundle describe(Map<String, byte[]> files) {
        try {
            return YAML.readValue(files.get(DESCRIPTION), Bundle.class);
        } catch (IOException e) {
            throw new IllegalStateException("A published bundle.yaml cannot be read", e);
        }
    }
}
