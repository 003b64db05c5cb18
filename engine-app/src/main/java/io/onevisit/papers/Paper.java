package io.onevisit.papers;

import java.time.Instant;
import java.util.List;

/**
 * One paper as it was issued.
 *
 * @param no its number, with the letter D
 * @param applicationNo {@code null} where it was issued before anything was applied for
 * @param caseNo {@code null} where it is about a whole application
 * @param paragraphs what it says, without heading and signature
 * @param code lets whoever holds the paper see that it is genuine
 */
public record Paper(
        String no,
        String kind,
        String title,
        String applicationNo,
        String caseNo,
        String issuer,
        String addressee,
        String subject,
        List<String> paragraphs,
        String code,
        Instant issuedAt) {}
