// Opens all that is folded at once, and folds it again. Without this script each can be opened by itself.

document.addEventListener("click", (event) => {
  const button = event.target.closest("button.unfold");
  if (!button) return;
  const isOpen = !button.classList.contains("folds");
  button.classList.toggle("folds", isOpen);
  // What it does next is what it says.
  [button.textContent, button.dataset.fold] = [button.dataset.fold, button.textContent.trim()];
  for (const details of document.querySelectorAll("main details")) details.open = isOpen;
});
