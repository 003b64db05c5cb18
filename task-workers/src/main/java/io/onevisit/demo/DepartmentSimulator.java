package io.onevisit.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Plays the departments' own systems, slowly enough to watch. Takes cases at {@code POST /{department}/cases}, remembers
 * each key on disk, answers {@code GET /{department}/cases/receipts/{key}}, and calls back. {@code PUT
 * /{department}/mood} makes a department {@code stalled}, {@code failing}, or {@code normal} again.
 */
public class DepartmentSimulator implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile("/([a-z-]+)/(cases|mood)(?:/receipts/([^/]+))?");
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final long STALL = 30_000;

    private final DepartmentOffice office;
    private final HttpServer server;
    private final ExecutorService counters = Executors.newCachedThreadPool();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> moods = new ConcurrentHashMap<>();

    DepartmentSimulator(int port, DepartmentOffice office) throws IOException {
        this.office = office;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(counters);
        server.createContext("/", this::handle);
        server.start();
        office.open();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = PATH.matcher(exchange.getRequestURI().getPath());
            if (!path.matches()) {
                answer(exchange, 404, Map.of("detail", "部门系统模拟器：POST /{部门}/cases，GET /{部门}/cases/receipts/{key}"));
                return;
            }
            var department = path.group(1);
            if (path.group(2).equals("mood")) {
                moods.put(
                        department,
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).strip());
                answer(exchange, 200, Map.of("mood", moods.get(department)));
                return;
            }
            if (unwell(exchange, department)) {
                return;
            }
            if (path.group(3) != null) {
                receipt(exchange, department, path.group(3));
            } else if (exchange.getRequestMethod().equals("POST")) {
                take(exchange, department);
            } else {
                answer(exchange, 405, Map.of("detail", "请用 POST 推送办件"));
            }
        }
    }

    private boolean unwell(HttpExchange exchange, String department) throws IOException {
        var mood = moods.getOrDefault(department, "normal");
        if (mood.equals("stalled")) {
            try {
                Thread.sleep(STALL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        }
        if (mood.equals("failing")) {
            answer(exchange, 503, Map.of("detail", "系统维护中"));
            return true;
        }
        return false;
    }

    private void receipt(HttpExchange exchange, String department, String key) throws IOException {
        var receipt = office.receipt(department, key);
        if (receipt.isPresent()) {
            answer(exchange, 200, receipt(key, receipt.get()));
        } else {
            answer(exchange, 404, Map.of("detail", "没有收到过这条消息"));
        }
    }

    private void take(HttpExchange exchange, String department) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        var raw = new String(exchange.getRequestBody().readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8);
        var message = parse(raw);
        if (key == null
                || message.isEmpty()
                || !key.startsWith(message.get().path("caseNo").asText("?") + ":")) {
            answer(exchange, 400, Map.of("detail", "缺少 Idempotency-Key，或与消息中的办件编号不符"));
            return;
        }
        var receipt = office.take(department, key, message.get(), raw);
        if (receipt.isPresent()) {
            answer(exchange, 201, receipt(key, receipt.get()));
        } else {
            answer(exchange, 409, Map.of("detail", "这个 Idempotency-Key 已用于另一条内容不同的消息"));
        }
    }

    private Optional<JsonNode> parse(String raw) {
        try {
            return Optional.of(json.readTree(raw)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> receipt(String key, SimulatedCase.Receipt receipt) {
        return Map.of("receipt", receipt.receipt(), "key", key, "receivedAt", receipt.receivedAt());
    }

    private void answer(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        var bytes = json.writeValueAsBytes(content);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        counters.shutdownNow();
        office.close();
    }

    public static void main(String[] args) throws IOException {
        var secretFile = Settings.data().resolve("department.secret");
        var sender = new CallbackSender(Settings.platform(), () -> secret(secretFile));
        var cases = new SimulatedCases(Settings.data().resolve("departments"));
        var office = new DepartmentOffice(
                cases, new Behaviour(Settings.departmentPace().toMillis()), sender);
        var simulator = new DepartmentSimulator(Settings.departmentPort(), office);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        Screen.line("部门系统模拟器在 http://localhost:%d ，回传到 %s".formatted(simulator.port(), Settings.platform()));
    }

    private static Optional<String> secret(Path file) {
        if (!Settings.departmentSecret().isBlank()) {
            return Optional.of(Settings.departmentSecret());
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }
}
