package io.onevisit.supervision;

/** A table that is being written line by line, for whichever program opens it. */
public interface Rows {

    Rows row(Object... cells);
}
