package io.onevisit.audit;

import java.util.Optional;

/**
 * The first place where a chain does not hold.
 *
 * @param position of the entry, counted from 1 in its region and day
 * @param entry number of the entry's row, 0 where that is not known
 * @param sentence what is wrong, in words
 */
record Break(Kind kind, long position, long entry, String sentence) {

    enum Kind {
        /** 内容被改动：an entry does not have the bytes it was sealed with. */
        CHANGED,
        /** 封存被改动：the seal itself was altered. */
        SEAL_CHANGED,
        /** 记录被删除. */
        DELETED,
        /** 顺序被调换. */
        SWAPPED,
        /** 尾部被截断：the chain ends before a head that was signed. */
        CUT,
        /** 恢复了旧备份：the database does not know heads that were copied out. */
        RESTORED,
        /** 整链被重算：the chain holds by itself, but is not the one that was signed. */
        REWRITTEN
    }

    static Optional<Break> at(Kind kind, long position, long entry, String sentence) {
        return Optional.of(new Break(kind, position, entry, sentence));
    }
}
