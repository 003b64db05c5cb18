package io.onevisit.workers.ocr;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The reading process: takes one line of JSON per document, answers with one. It ends with whoever started it, which it
 * notices by the end of its input.
 */
public final class OcrProcess {

    /** Stands before every answer: the native engine prints to the same output whatever it likes. */
    static final String ANSWER = "@@scan@@ ";

    private OcrProcess() {}

    record Question(String file, String folder) {}

    public static void main(String[] args) throws Exception {
        var answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var questions = new LinkedBlockingQueue<String>();
        var listener = new Thread(() -> listen(questions), "questions");
        listener.setDaemon(true);
        listener.start();
        var json = new ObjectMapper();
        var documents = new Documents();
        while (true) {
            var question = json.readValue(questions.take(), Question.class);
            var scan = documents.read(Path.of(question.file()), Path.of(question.folder()));
            answers.println("\n" + ANSWER + json.writeValueAsString(scan));
        }
    }

    private static void listen(LinkedBlockingQueue<String> questions) {
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                questions.add(line);
            }
        } catch (IOException gone) {
            // the parent is gone: so are we
        }
        Runtime.getRuntime().halt(0);
    }
}
