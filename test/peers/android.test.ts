import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../docs/guides/guides.ts'
import { temporaryDirectory } from '../setup/temporary.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

const run = promisify(execFile)
/** The library that Android brings, as Debian has it (libandroid-json-org-java). */
const library = '/usr/share/java/json-android.jar'

/** An app without a screen: demo mode says where the piece belongs and what the message has. */
const app = `import java.net.URL;
import java.net.URLConnection;
import java.util.Scanner;
import org.json.JSONArray;
import org.json.JSONObject;

class App {
  static String read(String address) throws Exception {
    URLConnection connection = new URL(address).openConnection();
    connection.setRequestProperty("Accept", "application/json");
    return new Scanner(connection.getInputStream(), "UTF-8").useDelimiter("\\\\A").next();
  }

  public static void main(String[] args) throws Exception {
    String server = args[0];
    String mobile = "12345678901";
    SmsLogin login = new SmsLogin(server, "DRrYIqauawN0I8myTMoDTPys6ezGZxnm", "a-device");
    JSONObject captcha = login.captcha();
    String token = captcha.getString("token");
    double x = new JSONObject(read(server + "/dev/captcha?token=" + token)).getDouble("x");
    login.send(mobile, login.verify(token, x, mobile));
    String code = new JSONArray(read(server + "/dev/outbox?to=" + mobile)).getJSONObject(0).getString("code");
    try {
      login.login(mobile, code.equals("000000") ? "000001" : "000000");
    } catch (SmsLogin.Refused refused) {
      System.out.println("refused " + refused.code);
    }
    JSONObject answer = login.login(mobile, code);
    System.out.println(answer.getString("status") + " " + answer.has("session_token"));
  }
}
`

let server: TestServer
let directory: Awaited<ReturnType<typeof temporaryDirectory>>
beforeAll(async () => {
  server = await startTestServer()
  directory = await temporaryDirectory()
})
afterAll(async () => {
  await server.close()
  await directory.remove()
})

test('the class of the guide signs a user in by SMS with what Android brings', async () => {
  const place = (name: string) => join(directory.path, name)
  await writeFile(place('SmsLogin.java'), codeOf('oneaccess', 'android-sms-login', 'java'))
  await writeFile(place('App.java'), app)
  // What Android 8 and later understand without help.
  await run('javac', [
    '--release',
    '8',
    '-Xlint:-options',
    '-encoding',
    'UTF-8',
    '-cp',
    library,
    '-d',
    directory.path,
    place('SmsLogin.java'),
    place('App.java'),
  ])
  const { stdout } = await run('java', ['-cp', `${library}:${directory.path}`, 'App', server.issuer])
  expect(stdout).toBe('refused PARAM.0011\nSUCCESS true\n')
})
