package io.onevisit.searchnode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.http.HttpServerTransport;
import org.opensearch.index.mapper.MapperExtrasPlugin;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.join.ParentJoinPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.painless.PainlessPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.transport.Netty4Plugin;

/**
 * OpenSearch as one node for the server on the same machine. Says {@code READY <port>} on standard output once it answers
 * on the loopback address, and ends when its standard input does: it never outlives the server that started it.
 *
 * <p>Argument: the folder for its data.
 */
public final class SearchNode {

    private SearchNode() {}

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(arguments[0]).toAbsolutePath();
        LogConfigurator.setNodeName("embedded");
        var node = new Embedded(environment(home));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        var http = node.injector()
                .getInstance(HttpServerTransport.class)
                .boundAddress()
                .publishAddress();
        System.out.println("READY " + http.getPort());
        System.out.flush();
        while (System.in.read() >= 0) {}
        System.exit(0);
    }

    private static Environment environment(Path home) {
        var settings = Settings.builder()
                .put("path.home", home)
                .put("cluster.name", "onevisit")
                .put("discovery.type", "single-node")
                .put("http.host", "127.0.0.1")
                .put("http.port", "0")
                .put("http.type", "netty4")
                .put("transport.host", "127.0.0.1")
                .put("transport.port", "0")
                .put("transport.type", "netty4")
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("action.auto_create_index", false)
                .put("node.processors", 1)
                .build();
        return InternalSettingsPreparer.prepareEnvironment(
                settings, Map.of(), home.resolve("config"), () -> "embedded");
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (IOException e) {
            System.err.println("The search node did not close cleanly: " + e);
        }
    }

    private static Collection<Class<? extends Plugin>> plugins() throws ClassNotFoundException {
        return List.of(
                Netty4Plugin.class,
                CommonAnalysisPlugin.class,
                MapperExtrasPlugin.class,
                ReindexPlugin.class,
                ParentJoinPlugin.class,
                PainlessPlugin.class,
                // Published as a zip only, so that the compiler does not see it.
                Class.forName("org.opensearch.knn.plugin.KNNPlugin").asSubclass(Plugin.class));
    }

    /** The node's own start refuses root and wants system settings; one built by hand does not. */
    private static final class Embedded extends Node {
        Embedded(Environment environment) throws ClassNotFoundException {
            super(environment, plugins(), true);
        }
    }
}
