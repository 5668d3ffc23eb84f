import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Decrypts an X-signature: the first argument is a private key (PKCS #8, base64), the second the signature. */
public class DecryptSignature {
    public static void main(String[] arguments) throws Exception {
        byte[] key = Base64.getDecoder().decode(arguments[0]);
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        // Named in full, because "OAEPWithSHA-256AndMGF1Padding" alone means SHA-1 for MGF1 here.
        cipher.init(
            Cipher.DECRYPT_MODE,
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)),
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        byte[] plaintext = cipher.doFinal(Base64.getDecoder().decode(arguments[1]));
        System.out.print(new String(plaintext, StandardCharsets.UTF_8));
    }
}
