package io.onevisit.identity;

/** The population register: whether a name and an identity number belong together. An installation adds a bean for its own. */
public interface PersonRegister {
    boolean agrees(String name, String idNo);
}
