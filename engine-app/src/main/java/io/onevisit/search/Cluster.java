package io.onevisit.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.springframework.stereotype.Component;

/** The OpenSearch that answers at the moment, ours or somebody else's; there may be none. */
@Component
class Cluster {

    private static final int CONNECTIONS = 32;
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** How long work that nobody waits for may take. */
    private static final Duration PATIENT = Duration.ofMinutes(2);

    private final SearchProperties properties;
    private final ObjectMapper json;
    private volatile Line quick;
    private volatile Line patient;
    private volatile int connections;

    Cluster(SearchProperties properties, ObjectMapper json) {
        this.properties = properties;
        this.json = json;
        if (properties.external()) {
            connect(URI.create(properties.url()));
        }
    }

    /** From now on this one answers. */
    final synchronized void connect(URI address) {
        disconnect();
        patient = line(address, PATIENT);
        quick = line(address, properties.timeout());
        connections++;
    }

    @PreDestroy
    final synchronized void disconnect() {
        var gone = new Line[] {quick, patient};
        quick = null;
        patient = null;
        for (var line : gone) {
            if (line != null) {
                line.close();
            }
        }
    }

    /** Rises with every node that is connected, so that each is made ready once. */
    int connections() {
        return connections;
    }

    boolean connected() {
        return quick != null;
    }

    /** Asks for people who wait; a {@link SearchUnavailable} when the answer is late, missing or an error. */
    JsonNode ask(String method, String path, String body) {
        return send(quick, method, path, body);
    }

    /** As {@link #ask}, for work in the background. */
    JsonNode work(String method, String path, String body) {
        return send(patient, method, path, body);
    }

    /** Whether there is such a thing (an index, an alias). */
    boolean has(String path) {
        try (var response = execute(patient, "HEAD", path, null)) {
            return response.getStatus() == 200;
        } catch (IOException e) {
            throw new SearchUnavailable("No answer to HEAD " + path, e);
        }
    }

    private JsonNode send(Line line, String method, String path, String body) {
        try (var response = execute(line, method, path, body)) {
            var said = response.getBody().isEmpty()
                    ? MissingNode.getInstance()
                    : json.readTree(response.getBody().get().body());
            if (response.getStatus() >= 300) {
                throw new SearchUnavailable("%s %s: %d %s"
                        .formatted(
                                method,
                                path,
                                response.getStatus(),
                                said.path("error").path("reason").asText(said.toString())));
            }
            return said;
        } catch (IOException e) {
            throw new SearchUnavailable("No answer to " + method + " " + path, e);
        }
    }

    private Response execute(Line line, String method, String path, String body) throws IOException {
        if (line == null) {
            throw new SearchUnavailable("No search node is running");
        }
        var question = path.indexOf('?');
        var request = Requests.builder()
                .method(method)
                .endpoint(question < 0 ? path : path.substring(0, question))
                .query(question < 0 ? Map.of() : parameters(path.substring(question + 1)));
        try {
            return line.client().execute((body == null ? request : request.json(body)).build());
        } catch (RuntimeException e) {
            throw new IOException(e); // the transport may be closing under us
        }
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new java.util.HashMap<String, String>();
        for (var part : query.split("&")) {
            var pair = part.split("=", 2);
            parameters.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        return parameters;
    }

    private Line line(URI address, Duration timeout) {
        var port = address.getPort() < 0 ? ("https".equals(address.getScheme()) ? 443 : 80) : address.getPort();
        var host = new HttpHost(address.getScheme(), address.getHost(), port);
        var transport = ApacheHttpClient5TransportBuilder.builder(host)
                .setMapper(new JacksonJsonpMapper(json))
                .setHttpClientConfigCallback(http -> {
                    if (!properties.username().isBlank()) {
                        var credentials = new BasicCredentialsProvider();
                        credentials.setCredentials(
                                new AuthScope(host),
                                new UsernamePasswordCredentials(
                                        properties.username(),
                                        properties.password().toCharArray()));
                        http.setDefaultCredentialsProvider(credentials);
                    }
                    return http.setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                            .setMaxConnPerRoute(CONNECTIONS)
                            .setMaxConnTotal(CONNECTIONS)
                            .setDefaultConnectionConfig(ConnectionConfig.custom()
                                    .setConnectTimeout(Timeout.of(CONNECT))
                                    .setSocketTimeout(Timeout.of(timeout))
                                    .build())
                            .build());
                })
                .setRequestConfigCallback(request -> request.setResponseTimeout(Timeout.of(timeout))
                        .setConnectionRequestTimeout(Timeout.of(CONNECT)))
                .build();
        return new Line(transport, new OpenSearchGenericClient(transport));
    }

    private record Line(OpenSearchTransport transport, OpenSearchGenericClient client) implements AutoCloseable {
        @Override
        public void close() {
            try {
                transport.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
