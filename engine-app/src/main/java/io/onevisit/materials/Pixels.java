package io.onevisit.materials;

/** How large an image may be once it is decoded. */
final class Pixels {

    private static final long LIMIT = 50_000_000;

    private Pixels() {}

    static void check(int width, int height) {
        if (width <= 0 || height <= 0) {
            throw Inspection.damaged();
        }
        if ((long) width * height > LIMIT) {
            throw Inspection.tooManyPixels();
        }
    }
}
