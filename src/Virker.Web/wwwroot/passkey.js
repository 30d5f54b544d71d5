// Passkeys need the browser's help: this shows the forms that use them, asks the browser, and sends its answer.
// Without script the forms stay hidden and the password does.
const works = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;

async function answer(form) {
  const response = await fetch(form.dataset.options, { method: "POST", body: new FormData(form) });
  if (!response.ok) throw new Error(String(response.status));
  const options = await response.json();
  const credential =
    form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.credential.value = JSON.stringify(credential);
  form.submit();
}

for (const form of works ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const problem = form.querySelector("[data-passkey-problem]");
    problem.hidden = true;
    answer(form).catch(() => (problem.hidden = false));
  });
}
