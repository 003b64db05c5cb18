package io.onevisit.bundles;

import io.onevisit.catalogue.Catalogue;
import io.onevisit.catalogue.ItemSheet;
import io.onevisit.engine.Deployments;
import io.onevisit.problems.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Publishes a bundle: edition, files, item rows and the engine's deployment in one transaction, all or nothing. */
@Component
public class Publishing {

    private static final String ITEMS = "items.yaml";

    private final JdbcClient sql;
    private final Bundles bundles;
    private final Deployments deployments;
    private final ItemSheet items;
    private final ApplicationEventPublisher events;
    private final Clock time;

    Publishing(
            JdbcClient sql,
            Bundles bundles,
            Deployments deployments,
            ItemSheet items,
            ApplicationEventPublisher events,
            Clock time) {
        this.sql = sql;
        this.bundles = bundles;
        this.deployments = deployments;
        this.items = items;
        this.events = events;
        this.time = time;
    }

    /**
     * Publishes what an analyst changed; running cases stay on theirs.
     *
     * @param basedOn number of the edition the analyst started from
     * @return the number of the new edition
     */
    @Transactional
    public int publish(String key, Map<String, byte[]> files, String note, int basedOn, String who) {
        lock(key);
        var current = bundles.edition(key);
        if (current.number() != basedOn) {
            throw Problem.conflict(
                            "edition-outdated",
                            "%s 在您编辑期间发布了第 %d 版。您的修改没有丢失，请先查看新版再发布。".formatted(current.publishedBy(), current.number()))
                    .with("edition", current.number())
                    .with("publishedBy", current.publishedBy());
        }
        return store(key, files, note, who, "STUDIO");
    }

    /** Publishes what the release carries, unless it was published before: what an analyst published stays the newest. */
    @Transactional
    public void publishRelease(String key, Map<String, byte[]> files) {
        lock(key);
        var known = sql.sql("select count(*) from bundle_edition where key = ? and content_hash = ?")
                .params(key, hash(files))
                .query(Integer.class)
                .single();
        if (known == 0) {
            store(key, files, "随版本发布", "平台", "RELEASE");
        }
    }

    private void lock(String key) {
        sql.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("bundle:" + key)
                .query((row, n) -> 0)
                .list();
    }

    private int store(String key, Map<String, byte[]> files, String note, String who, String source) {
        var number = sql.sql("select coalesce(max(number), 0) + 1 from bundle_edition where key = ? and region = ?")
                .params(key, Catalogue.PROVINCE)
                .query(Integer.class)
                .single();
        var deployment = deployments.deploy(key, null, models(files));
        sql.sql(
                        """
                        insert into bundle_edition (key, region, number, content_hash, status, published_by, published_at, source, note, deployment_id)
                        values (?, ?, ?, ?, 'PUBLISHED', ?, ?, ?, ?, ?)""")
                .params(
                        key,
                        Catalogue.PROVINCE,
                        number,
                        hash(files),
                        who,
                        java.sql.Timestamp.from(time.instant()),
                        source,
                        note,
                        deployment)
                .update();
        files.forEach((name, content) -> sql.sql(
                        "insert into bundle_file (key, region, number, name, content) values (?, ?, ?, ?, ?)")
                .params(key, Catalogue.PROVINCE, number, name, content)
                .update());
        if (files.containsKey(ITEMS)) {
            items.load(files.get(ITEMS), Catalogue.PROVINCE);
        }
        events.publishEvent(new BundlePublished(key));
        return number;
    }

    private static Map<String, byte[]> models(Map<String, byte[]> files) {
        var models = new LinkedHashMap<String, byte[]>();
        files.forEach((name, content) -> {
            if (name.matches(".*\\.(bpmn|dmn|form)")) {
                models.put(name, content);
            }
        });
        return models;
    }

    static String hash(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files).forEach((name, content) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
