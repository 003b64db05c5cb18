package io.onevisit.identity;

import com.nimbusds.jose.jwk.JWKSet;
import io.onevisit.audit.Kind;
import io.onevisit.audit.Noted;
import io.onevisit.audit.Verb;
import io.onevisit.engine.PlatformWork;
import io.onevisit.problems.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Systems that come with tokens, opened and closed by the system administrator. */
@PlatformWork("系统管理员管理应用，不涉及个人")
@RestController
@RequestMapping("/api/clients")
class ClientsController {

    private final MachineClients clients;
    private final SigningKeys keys;

    ClientsController(MachineClients clients, SigningKeys keys) {
        this.clients = clients;
        this.keys = keys;
    }

    @GetMapping
    @Noted(value = Verb.LOOK_CLIENTS, kind = Kind.CLIENT, number = "'全部'")
    List<MachineClients.Line> list() {
        return clients.all();
    }

    @PostMapping
    @Noted(value = Verb.CHANGE_CLIENT, kind = Kind.CLIENT, number = "#wanted.clientId()")
    @ResponseStatus(HttpStatus.CREATED)
    void open(@Validated @RequestBody Wanted wanted) {
        clients.open(new MachineClients.Client(
                wanted.clientId(),
                wanted.name(),
                wanted.scopes(),
                wanted.redirectUris() == null ? List.of() : wanted.redirectUris(),
                publicOnly(wanted.jwks())));
    }

    /** The secret before stays good for a week, so that it can be exchanged without a gap. */
    @PostMapping("/{clientId}/secrets")
    @Noted(value = Verb.CHANGE_CLIENT, kind = Kind.CLIENT, number = "#clientId", why = "'换发密钥'")
    Map<String, String> newSecret(@PathVariable String clientId) {
        return Map.of("secret", clients.newSecret(clientId));
    }

    @PutMapping("/{clientId}/enabled")
    @Noted(
            value = Verb.CHANGE_CLIENT,
            kind = Kind.CLIENT,
            number = "#clientId",
            why = "#enabled.enabled() ? '启用' : '停用'")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(@PathVariable String clientId, @Validated @RequestBody Enabled enabled) {
        clients.enable(clientId, enabled.enabled());
    }

    /** Every token signed before is worth nothing from here on; systems fetch new ones by themselves. */
    @PostMapping("/signing-key")
    @Noted(value = Verb.CHANGE_CLIENT, kind = Kind.CLIENT, number = "'签名密钥'", why = "#because.reason()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replaceKey(@Validated @RequestBody Because because) {
        keys.replace();
    }

    /** A private key that somebody sends by mistake is not kept. */
    private static String publicOnly(String jwks) {
        if (jwks == null || jwks.isBlank()) {
            return null;
        }
        try {
            return JWKSet.parse(jwks).toPublicJWKSet().toString();
        } catch (ParseException e) {
            throw Problem.invalid("jwks-invalid", "公钥应为 JWK Set（JSON），请核对。").with("field", "jwks");
        }
    }

    record Wanted(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9.-]{2,60}", message = "由小写字母开头，可含数字、点和连字符") String clientId,
            @NotBlank @Size(max = 100) String name,
            @NotEmpty List<@Pattern(regexp = "[a-z][a-z0-9:.-]{1,40}") String> scopes,
            List<@Pattern(regexp = "https?://[^\\s#]{3,300}") String> redirectUris,
            @Size(max = 20_000) String jwks) {}

    record Because(@NotBlank @Size(max = 500) String reason) {}

    record Enabled(@NotNull Boolean enabled) {}
}
