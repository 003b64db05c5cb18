package io.onevisit.materials;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** Walks the chunks of a PNG without inflating them: dimensions, an intact header, an end, and nothing behind it. */
final class PngCheck {

    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454e44;
    private static final int IHDR_LENGTH = 13;

    private PngCheck() {}

    static void check(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(8);
            header(in);
            var data = false;
            int type;
            do {
                var length = in.readInt();
                type = in.readInt();
                if (length < 0) {
                    throw Inspection.damaged();
                }
                in.skipNBytes(length + 4L);
                data |= type == IDAT;
            } while (type != IEND);
            if (!data || in.read() >= 0) {
                throw Inspection.damaged();
            }
        } catch (EOFException e) {
            throw Inspection.damaged();
        }
    }

    private static void header(DataInputStream in) throws IOException {
        if (in.readInt() != IHDR_LENGTH) {
            throw Inspection.damaged();
        }
        var chunk = in.readNBytes(4 + IHDR_LENGTH);
        if (chunk.length < 4 + IHDR_LENGTH) {
            throw Inspection.damaged();
        }
        var crc = new CRC32();
        crc.update(chunk);
        var fields = ByteBuffer.wrap(chunk);
        if (fields.getInt() != IHDR || (int) crc.getValue() != in.readInt()) {
            throw Inspection.damaged();
        }
        Pixels.check(fields.getInt(), fields.getInt());
    }
}
