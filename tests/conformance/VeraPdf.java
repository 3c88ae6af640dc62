import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Judges PDF files by the rules of veraPDF: {@code VeraPdf PROFILE FILE.pdf...}, for example {@code PDFUA-1}.
 *
 * <p>The library and its rules come in one jar that has no reader for the rules' XML, so they are read here with DOM.
 * Prints a line for each file and for each broken rule; exits with 1 if any file breaks one.
 */
public final class VeraPdf {
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = profile(args[0]);
    boolean compliant = true;
    for (int i = 1; i < args.length; i++) compliant &= judge(profile, new File(args[i]));
    System.exit(compliant ? 0 : 1);
  }

  private static boolean judge(ValidationProfile profile, File file) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile.getPDFAFlavour())) {
      PDFAValidator validator =
          Foundries.defaultInstance().createValidator(profile, 100_000, true, false, false);
      ValidationResult result = validator.validate(parser);
      System.out.printf("%s: %s, %d assertions, %d broken rules%n", file.getName(),
          result.getPDFAFlavour(), result.getTotalAssertions(), result.getFailedChecks().size());
      Map<String, String> messages = new TreeMap<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          messages.putIfAbsent(name(assertion.getRuleId()), assertion.getMessage().replaceAll("\\s+", " "));
        }
      }
      for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
        String rule = name(broken.getKey());
        System.out.printf("  %s, %d times: %s%n", rule, broken.getValue(), messages.get(rule));
      }
      return result.isCompliant() && result.getTotalAssertions() > 0;
    } catch (Exception problem) {
      System.out.printf("%s: cannot be read: %s%n", file.getName(), problem);
      return false;
    }
  }

  private static String name(RuleId rule) {
    return "clause " + rule.getClause() + " test " + rule.getTestNumber();
  }

  private static ValidationProfile profile(String name) throws Exception {
    String path = "org/verapdf/pdfa/validation/" + name + ".xml";
    Element root;
    try (InputStream xml = VeraPdf.class.getClassLoader().getResourceAsStream(path)) {
      if (xml == null) throw new IllegalArgumentException("no such profile: " + name);
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Element rule : all(root, "rule")) rules.add(rule(rule));
    Set<Variable> variables = new LinkedHashSet<>();
    for (Element v : all(root, "variable")) {
      variables.add(Profiles.variableFromValues(v.getAttribute("name"), v.getAttribute("object"),
          text(v, "defaultValue"), text(v, "value")));
    }
    return Profiles.profileFromValues(PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, name, "veraPDF", new Date(0)), "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = all(rule, "id").get(0);
    RuleId ruleId = Profiles.ruleIdFromValues(
        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred), rule.getAttribute("tags"),
        text(rule, "description"), text(rule, "test"),
        Profiles.errorFromValues(text(all(rule, "error").get(0), "message"), new ArrayList<>()),
        new ArrayList<>());
  }

  private static ArrayList<Element> all(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    ArrayList<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) elements.add((Element) nodes.item(i));
    return elements;
  }

  private static String text(Element in, String name) {
    NodeList nodes = in.getElementsByTagName(name);
    return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
  }
}
