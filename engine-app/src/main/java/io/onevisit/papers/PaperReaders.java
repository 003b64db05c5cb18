package io.onevisit.papers;

import io.onevisit.identity.Account;

/** Who besides its addressee may read a paper. */
public interface PaperReaders {

    boolean mayRead(Account person, Paper paper);
}
