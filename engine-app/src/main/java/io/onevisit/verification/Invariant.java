package io.onevisit.verification;

import java.util.List;

/** Something that must hold whatever happened; a feature whose rules no query can tell proves them itself. */
public interface Invariant {

    /** Which of the invariants I1 to I9 this is a part of. */
    String id();

    /** @param most how many findings are wanted in words; all are counted */
    Result check(int most);

    /** @param findings a sentence each, naming what is wrong */
    record Result(long checked, long broken, List<String> findings) {}
}
