package io.onevisit.supervision;

/** A table that is being written line by line, for whichever program opens it. */
interface Rows {

    Rows row(Object... cells);
}
