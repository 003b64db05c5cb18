package io.onevisit.edge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Speaks HTTP byte by byte, so that a test can say what no client of good manners says. */
record Wire(int port) {

    private static final int PATIENCE = 15_000;

    Answer get(String path, String... headers) throws IOException {
        return send("GET", path, "", headers);
    }

    Answer send(String method, String path, String body, String... headers) throws IOException {
        var request =
                new StringBuilder("%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n".formatted(method, path));
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        var length = body.getBytes(StandardCharsets.ISO_8859_1).length;
        if (length > 0) {
            request.append("Content-Length: ").append(length).append("\r\n");
        }
        return raw(request.append("\r\n").append(body).toString());
    }

    /** Sends these bytes as they are, one per character. */
    Answer raw(String bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            var writer = new Thread(() -> write(socket, bytes));
            writer.setDaemon(true);
            writer.start();
            return Answer.of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void write(Socket socket, String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the server has answered and hung up before it heard everything: that is what is tested
        }
    }

    /** A status, the headers by lower-case name, and the body. */
    record Answer(int status, Map<String, String> headers, String body) {

        static Answer of(String text) {
            var end = text.indexOf("\r\n\r\n");
            var head = (end < 0 ? text : text.substring(0, end)).split("\r\n");
            var headers = new TreeMap<String, String>();
            for (var i = 1; i < head.length; i++) {
                var colon = head[i].indexOf(':');
                headers.merge(
                        head[i].substring(0, colon).toLowerCase(),
                        head[i].substring(colon + 1).strip(),
                        (one, two) -> one + " | " + two);
            }
            var status = head[0].isEmpty() ? 0 : Integer.parseInt(head[0].split(" ")[1]);
            var body = end < 0 ? "" : text.substring(end + 4);
            return new Answer(status, headers, headers.containsKey("transfer-encoding") ? joined(body) : body);
        }

        /** The body without the sizes of its chunks, which count bytes and so are no help in a text. */
        private static String joined(String chunks) {
            return chunks.replaceAll("(?m)^[0-9a-f]+\r\n|\r\n", "");
        }

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(), "");
        }
    }
}
