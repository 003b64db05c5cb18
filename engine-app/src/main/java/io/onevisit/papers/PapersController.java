package io.onevisit.papers;

import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.cases.Applications;
import io.onevisit.cases.OwnApplications;
import io.onevisit.engine.PlatformWork;
import io.onevisit.identity.Accounts;
import io.onevisit.privacy.Mask;
import io.onevisit.privacy.Masked;
import io.onevisit.privacy.Personal;
import io.onevisit.problems.Problem;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Papers for whom they are about and who works on them; and for anybody the question whether one is genuine. */
@RestController
@RequestMapping("/api/papers")
class PapersController {

    /** A browser's own viewer draws a paper and may do nothing else. */
    private static final String VIEWED =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Accounts accounts;
    private final Papers papers;
    private final PaperPdf pdf;
    private final Applications applications;
    private final OwnApplications ownApplications;
    private final List<PaperReaders> readers;
    private final String publicUrl;

    PapersController(
            Accounts accounts,
            Papers papers,
            PaperPdf pdf,
            Applications applications,
            OwnApplications ownApplications,
            List<PaperReaders> readers,
            @Value("${onevisit.public-url:}") String publicUrl) {
        this.accounts = accounts;
        this.papers = papers;
        this.pdf = pdf;
        this.applications = applications;
        this.ownApplications = ownApplications;
        this.readers = readers;
        this.publicUrl = publicUrl;
    }

    /** @param shown to be looked at and printed in the browser, else to be saved */
    @GetMapping("/{no}")
    @Noted(value = Verb.LOOK_PAPER, kind = Kind.PAPER, number = "#no")
    ResponseEntity<byte[]> download(@PathVariable String no, @RequestParam(defaultValue = "false") boolean shown) {
        var person = accounts.current();
        var paper = papers.find(no)
                .filter(found -> found.applicationNo() != null
                                && ownApplications.follows(person, applications.get(found.applicationNo()))
                        || readers.stream().anyMatch(reader -> reader.mayRead(person, found)))
                .orElseThrow(() -> Problem.notFound("paper-unknown", "没有找到这份文书。"));
        var url = (publicUrl.isBlank()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath()
                        : UriComponentsBuilder.fromUriString(publicUrl))
                .path("/verify/{no}")
                .queryParam("code", paper.code())
                .build(paper.no())
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(paper.no() + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", VIEWED)
                .body(pdf.draw(paper, url));
    }

    /** Open to anybody: what the paper says in short, or that it is not one of ours. */
    @PlatformWork("任何人凭验证码核验，登录与否看到的相同，姓名脱敏")
    @GetMapping("/{no}/verification")
    Verification verify(@PathVariable String no, @RequestParam(defaultValue = "") String code) {
        return papers.find(no)
                .filter(paper -> paper.code().equalsIgnoreCase(code.strip()))
                .map(paper -> new Verification(
                        true,
                        paper.no(),
                        paper.title(),
                        paper.issuer(),
                        Masked.name(paper.addressee()),
                        paper.subject(),
                        paper.issuedAt()))
                .orElse(new Verification(false, no, null, null, null, null, null));
    }

    record Verification(
            boolean genuine,
            String no,
            String title,
            String issuer,
            @Personal(value = Mask.NAME, purpose = "核验文书") String addressee,
            String subject,
            Instant issuedAt) {}
}
