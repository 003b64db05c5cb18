package io.onevisit.materials;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks the segments of a JPEG to its frame header for the dimensions, then looks for the end of the image. */
final class JpegCheck {

    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;

    private JpegCheck() {}

    static void check(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 65_536))) {
            in.skipNBytes(2);
            if (!framed(in)) {
                throw Inspection.damaged();
            }
            endOfImage(in);
        } catch (EOFException e) {
            throw Inspection.damaged();
        }
    }

    /** Reads up to the first scan; true where a frame header came before it. */
    private static boolean framed(DataInputStream in) throws IOException {
        var framed = false;
        while (true) {
            var marker = marker(in);
            var length = in.readUnsignedShort() - 2;
            if (length < 0) {
                throw Inspection.damaged();
            }
            if (marker == START_OF_SCAN) {
                in.skipNBytes(length);
                return framed;
            }
            if (isFrame(marker) && length >= 5) {
                in.skipNBytes(1);
                var height = in.readUnsignedShort();
                Pixels.check(in.readUnsignedShort(), height);
                in.skipNBytes(length - 5);
                framed = true;
            } else {
                in.skipNBytes(length);
            }
        }
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xff) {
            throw Inspection.damaged();
        }
        var marker = in.readUnsignedByte();
        while (marker == 0xff) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /** Frame headers are C0 to CF but for tables (C4, CC) and an extension (C8). */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** In scan data FF is always followed by 00 or a restart marker, so FF D9 is the end. */
    private static void endOfImage(DataInputStream in) throws IOException {
        var last = 0;
        for (var b = in.readUnsignedByte(); last != 0xff || b != END_OF_IMAGE; b = in.readUnsignedByte()) {
            last = b;
        }
    }
}
